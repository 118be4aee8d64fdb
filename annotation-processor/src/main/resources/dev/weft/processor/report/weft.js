// The report's keys, folding and search. Without it the pages show everything, unfolded.
(() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const search = one("#search");
  const keys = one("#keys");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  // --- folding
  const folds = all(".fold");
  const bodyOf = (fold) => document.getElementById(fold.getAttribute("aria-controls"));
  const isOpen = (fold) => fold.getAttribute("aria-expanded") === "true";
  const setOpen = (fold, open) => {
    fold.setAttribute("aria-expanded", String(open));
    const body = bodyOf(fold);
    // the browser's own search looks into folded bodies, and opens them
    if (open) body.removeAttribute("hidden");
    else body.setAttribute("hidden", "until-found");
  };
  folds.forEach((fold) => {
    fold.addEventListener("click", () => setOpen(fold, !isOpen(fold)));
    bodyOf(fold).addEventListener("beforematch", () => setOpen(fold, true));
  });
  const reveal = (element) => {
    folds.filter((fold) => !isOpen(fold) && bodyOf(fold).contains(element)).forEach((fold) => setOpen(fold, true));
  };
  const ownFold = (method) => {
    let row = method.nextElementSibling;
    while (row && !row.matches(".body") && !row.querySelector(".fold")) row = row.nextElementSibling;
    return row && !row.matches(".body") ? row.querySelector(".fold") : null;
  };
  const foldAround = (element) => {
    if (!element) return null;
    const own = element.matches(".method") ? ownFold(element) : null;
    return own || folds.filter((fold) => fold.parentElement === element || bodyOf(fold).contains(element)).pop();
  };
  const foldAll = () => {
    const open = folds.some(isOpen);
    folds.forEach((fold) => setOpen(fold, !open));
  };

  // --- going from one place to the next
  const points = all(".point");
  const methods = all(".method");
  let current = null;
  let opened = null;
  const below = (elements) => elements.findIndex((element) => element.getBoundingClientRect().top > 100);
  const step = (elements, by) => {
    if (elements.length === 0) return null;
    const at = elements.indexOf(current);
    if (at >= 0) return elements[Math.min(Math.max(at + by, 0), elements.length - 1)];
    const next = below(elements);
    if (next < 0) return elements[elements.length - 1];
    return elements[by > 0 ? next : Math.max(next - 1, 0)];
  };
  const lineOf = (element) => {
    let row = element.closest(".lens, .method");
    while (row && !row.classList.contains("line")) {
      row = element.matches(".method") ? row.nextElementSibling : row.previousElementSibling;
    }
    return row;
  };
  const goTo = (element) => {
    if (!element) return;
    reveal(element);
    all(".line.current").forEach((line) => line.classList.remove("current"));
    if (opened && opened !== element) opened.open = false;
    opened = null;
    if (element.matches(".point")) {
      if (!element.open) opened = element;
      element.open = true;
    }
    current = element;
    lineOf(element)?.classList.add("current");
    element.querySelector("summary")?.focus({ preventScroll: true });
    element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  };

  // --- the outline says where one is
  const outline = all("#outline a");
  const follow = () => {
    let here = null;
    for (const method of methods) {
      if (method.getBoundingClientRect().top < innerHeight / 3) here = method;
    }
    for (const link of outline) {
      if (here && link.hash.slice(1) === encodeURI(here.id)) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  if (outline.length > 0) {
    let due = false;
    addEventListener("scroll", () => {
      if (due) return;
      due = true;
      requestAnimationFrame(() => { due = false; follow(); });
    }, { passive: true });
    follow();
  }

  // --- searching
  const onIndex = document.body.classList.contains("index");
  const wordsOf = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text, words) => words.every((word) => text.toLowerCase().includes(word));
  const searchOutline = (words) => {
    let shown = 0;
    for (const link of outline) {
      const hit = has(link.textContent, words);
      link.parentElement.hidden = !hit;
      if (hit) shown++;
    }
    const nothing = one("#nothing");
    nothing.hidden = shown > 0;
    nothing.querySelector("a").hash = "q=" + encodeURIComponent(search.value);
  };
  const searchIndex = (words) => {
    let shown = 0;
    for (const group of all(".group")) {
      const name = group.querySelector("h2").textContent;
      let inGroup = 0;
      for (const file of all("tbody", group)) {
        const head = file.querySelector(".file");
        const where = name + " " + head.textContent;
        let inFile = 0;
        for (const row of all("tr:not(.file)", file)) {
          row.hidden = !has(where + " " + row.textContent, words);
          if (!row.hidden) inFile++;
        }
        file.hidden = inFile === 0 && !has(where, words);
        inGroup += file.hidden ? 0 : 1;
        shown += inFile;
      }
      group.hidden = inGroup === 0;
    }
    one("#count").textContent = words.length === 0 ? "" : shown === 1 ? "1 method" : shown + " methods";
    history.replaceState(null, "", words.length === 0 ? location.pathname : "#q=" + encodeURIComponent(search.value));
  };
  const update = () => (onIndex ? searchIndex : searchOutline)(wordsOf(search.value));
  const firstHit = () =>
    onIndex
      ? all(".group:not([hidden]) tbody:not([hidden]) tr:not([hidden]):not(.file) a")[0]
      : outline.find((link) => !link.parentElement.hidden) || one("#nothing a");
  search.addEventListener("input", update);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") firstHit()?.click();
    if (event.key === "Escape") {
      search.value = "";
      update();
      search.blur();
    }
  });

  // --- where the address points
  const arrive = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    if (onIndex && name.startsWith("q=")) {
      search.value = name.slice(2);
      update();
    }
    const target = name && document.getElementById(name);
    if (!target || onIndex) return;
    reveal(target);
    current = target.matches(".point, .method") ? target : null;
    if (target.matches(".point")) target.open = true;
    target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", arrive);
  arrive();

  // --- keys
  const links = () => all("main a").filter((link) => link.offsetParent);
  const stepLink = (by) => {
    const list = links();
    const at = list.indexOf(document.activeElement);
    list[Math.min(Math.max(at + by, 0), list.length - 1)]?.focus();
  };
  const focused = () => document.activeElement?.closest(".line, .lens, .method") || current;
  const commands = {
    j: () => (onIndex ? stepLink(1) : goTo(step(points, 1))),
    k: () => (onIndex ? stepLink(-1) : goTo(step(points, -1))),
    J: () => goTo(step(methods, 1)),
    K: () => goTo(step(methods, -1)),
    f: () => {
      const fold = foldAround(focused() || methods[Math.max(below(methods) - 1, 0)]);
      if (fold) {
        setOpen(fold, !isOpen(fold));
        fold.focus();
      }
    },
    F: foldAll,
    "/": () => { search.focus(); search.select(); },
    i: () => location.assign(document.body.dataset.index),
    "?": () => keys.showModal(),
  };
  addEventListener("keydown", (event) => {
    const typing = event.target.matches("input") || keys.open;
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const command = commands[event.key];
    if (!command) return;
    event.preventDefault();
    command();
  });
  one("#help").addEventListener("click", () => keys.showModal());
})();
