"""Prints the nanoseconds of an operation: measure.py asyncio|uvloop WORKLOAD TASKS TIMES ITERATIONS"""

import asyncio
import statistics
import sys
import time

import programs


def iteration(run, program, tasks, times):
    start = time.perf_counter_ns()
    count = run(program(tasks, times))
    nanos = time.perf_counter_ns() - start
    assert count == tasks * times, f"{count} operations instead of {tasks * times}"
    return nanos / count


def runner(loop):
    if loop == "asyncio":
        return asyncio.run
    import uvloop

    def run(main):
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            return runner.run(main)

    return run


def main(loop, workload, tasks, times, iterations):
    program = programs.program(workload)
    if program is None:
        return
    run = runner(loop)
    nanos = [iteration(run, program, int(tasks), int(times)) for _ in range(int(iterations) + 1)]
    print(statistics.median(nanos[1:]))


if __name__ == "__main__":
    main(*sys.argv[1:])
