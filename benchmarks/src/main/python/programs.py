"""The workloads in CPython's asyncio, each as its users write it: the same operation as in the other peers' files."""

import asyncio
import random
from concurrent.futures import ThreadPoolExecutor

HOUR = 3600
CAPACITY = 64
SELDOM = 0xFFFF
DATA = random.Random(1).choices(range(1 << 31), k=4096)
OTHER_THREADS = ThreadPoolExecutor(2)


async def yields(times):
    for _ in range(times):
        await asyncio.sleep(0)
    return times


def chain(depth, suspends):
    async def chains(times):
        calls = 0
        for _ in range(times):
            calls += await nested(depth, suspends)
        return calls // depth

    return chains


async def nested(depth, suspends):
    if depth > 1:
        return await nested(depth - 1, suspends) + 1
    if suspends:
        await asyncio.sleep(0)
    return 1


async def exceptions(times):
    caught = 0
    for _ in range(times):
        try:
            await failing(10)
        except RuntimeError:
            caught += 1
    return caught


async def failing(depth):
    if depth > 1:
        return await failing(depth - 1) + 1
    await asyncio.sleep(0)
    raise RuntimeError("thrown through awaits")


async def hot_loop(times):
    data = DATA
    hash = 0
    for i in range(times):
        hash = (31 * hash + data[i & 4095]) & 0xFFFFFFFF
        if i & SELDOM == 0:
            await asyncio.sleep(0)
    return times


async def one():
    return 1


async def created(times):
    total = 0
    for _ in range(times):
        total += await asyncio.create_task(one())
    return total


async def gathered(times):
    total = 0
    for _ in range(times):
        total += sum(await asyncio.gather(*(one() for _ in range(1000))))
    return total // 1000


async def cancelled(times):
    total = 0
    for _ in range(times):
        task = asyncio.create_task(asyncio.sleep(HOUR))
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            total += 1
    return total


async def ping_pong(times):
    there = asyncio.Queue(CAPACITY)
    back = asyncio.Queue(CAPACITY)

    async def echo():
        for _ in range(times):
            await back.put(await there.get())

    task = asyncio.create_task(echo())
    total = 0
    for _ in range(times):
        await there.put(1)
        total += await back.get()
    await task
    return total


async def produce(times, queue):
    for _ in range(times):
        await queue.put(1)


async def pipe(times):
    return await fan_in(times, producers=1)


async def fan_in(times, producers=10):
    queue = asyncio.Queue(CAPACITY)
    total = 0
    async with asyncio.TaskGroup() as group:
        for _ in range(producers):
            group.create_task(produce(times // producers, queue))
        for _ in range(times):
            total += await queue.get()
    return total


async def handed_over(times):
    lock = asyncio.Lock()

    async def holds():
        total = 0
        for _ in range(times // 2):
            async with lock:
                await asyncio.sleep(0)
                total += 1
        return total

    return sum(await asyncio.gather(holds(), holds()))


class Resource:
    """Its use needs what its close has left behind, and the other way round."""

    def __init__(self):
        self.data = DATA
        self.hash = self.uses = self.closes = 0

    async def __aenter__(self):
        return self

    async def __aexit__(self, *failure):
        self.hash = self.data[self.hash & 4095]
        self.closes += 1

    def use(self):
        self.hash ^= self.uses
        self.uses += 1


async def closed(times):
    resource = Resource()
    for _ in range(times):
        async with resource:
            resource.use()
    return min(resource.uses, resource.closes)


async def ones(times):
    for _ in range(times):
        yield 1


async def elements(times):
    total = 0
    async for x in ones(times):
        total += x
    return total


async def pipeline(times):
    plus = (x + 1 async for x in ones(times))
    more = (x async for x in plus if x > 1)
    minus = (x - 1 async for x in more)
    total = 0
    async for x in take(times, take_while(lambda x: x > 0, minus)):
        total += x
    return total


async def take_while(condition, source):
    async for x in source:
        if not condition(x):
            return
        yield x


async def take(count, source):
    async for x in source:
        yield x
        count -= 1
        if count == 0:
            return


async def timeouts(times):
    total = 0
    for _ in range(times):
        async with asyncio.timeout(HOUR):
            await asyncio.sleep(0)
            total += 1
    return total


async def replaced(pending, times):
    loop = asyncio.get_running_loop()
    chance = random.Random(1)

    def timer():
        return loop.call_later(HOUR + HOUR * chance.random(), print)

    timers = [timer() for _ in range(pending)]
    for i in range(pending, pending * times):
        at = int(chance.random() * pending)
        timers[at].cancel()
        timers[at] = timer()
        if i % 64 == 0:
            await asyncio.sleep(0)
    for timer in timers:
        timer.cancel()
    return pending * times


async def calls(times):
    loop = asyncio.get_running_loop()
    everything = loop.create_future()
    called = 0

    def call():
        nonlocal called
        called += 1
        if called == times:
            everything.set_result(called)

    def hand_over():
        for _ in range(times // 2):
            loop.call_soon_threadsafe(call)

    for _ in range(2):
        OTHER_THREADS.submit(hand_over)
    return await everything


async def completions(times):
    loop = asyncio.get_running_loop()
    total = 0
    for _ in range(times):
        total += await loop.run_in_executor(OTHER_THREADS, lambda: 1)
    return total


BODIES = {
    "yield": yields,
    "chain-at-once": chain(10, False),
    "chain-suspending": chain(10, True),
    "deep-at-once": chain(100, False),
    "deep-suspending": chain(100, True),
    "exception": exceptions,
    "hot-loop": hot_loop,
    "create": created,
    "gather": gathered,
    "cancel": cancelled,
    "ping-pong": ping_pong,
    "pipe": pipe,
    "fan-in": fan_in,
    "lock": handed_over,
    "generator": elements,
    "resource": closed,
    "pipeline": pipeline,
    "timeout": timeouts,
    "call-threadsafe": calls,
    "completion": completions,
}


async def side_by_side(body, tasks, times):
    total = 0

    async def one_of_them():
        nonlocal total
        count = await body(times)
        total += count

    async with asyncio.TaskGroup() as group:
        for _ in range(tasks):
            group.create_task(one_of_them())
    return total


def program(workload):
    """A coroutine function of the number of tasks and how often each does it, None where there is no such program."""
    if workload == "timer":
        return replaced
    body = BODIES.get(workload)
    return body and (lambda tasks, times: side_by_side(body, tasks, times))
