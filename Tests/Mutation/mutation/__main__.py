"""Makes the mutants, runs the tests against each of them, and prints a table."""

import argparse
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from catalogue import Mistake, Mutant, places
from trial import STAGES, Trial
from weaving import prepare

LEAST_SHARE = 0.95
# A mutant may gather values without end.
MOST_MEMORY = 16 << 30


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__)
    parser.add_argument("--folder", type=Path, help="where the mutated copy is kept")
    parser.add_argument("--only", default="", help="only mutants whose title has this text")
    parser.add_argument("--build", action="store_true", help="build, and do not run the tests")
    parser.add_argument("--no-build", action="store_true", help="take what was built before")
    return parser.parse_args()


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def build(folder: Path) -> None:
    command = ["swift", "build", "--build-tests", "--package-path", str(folder)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    if done.returncode != 0:
        raise Mistake("the mutants do not build")


def judge(mutants: list[Mutant], trial: Trial) -> dict[int, str | None]:
    """What killed each mutant; None for those that survive."""
    results: dict[int, str | None] = {mutant.number: None for mutant in mutants}
    for number, stage in enumerate(STAGES, 1):
        say(f"Stage {number} of {len(STAGES)}, first without a mutant")
        limit = trial.begin(stage)
        alive = [mutant for mutant in mutants if results[mutant.number] is None]
        for count, mutant in enumerate(alive, 1):
            results[mutant.number] = trial.run(stage, mutant.number, limit)
            outcome = results[mutant.number] or "survives"
            say(f"{count}/{len(alive)} {mutant.title}: {outcome}")
    return results


def report(mutants: list[Mutant], results: dict[int, str | None]) -> bool:
    """Prints the table and the survivors; returns whether all is well."""
    survivors = [mutant for mutant in mutants if results[mutant.number] is None]
    made = Counter(mutant.place.file.split("/")[0] for mutant in mutants)
    survived = Counter(mutant.place.file.split("/")[0] for mutant in survivors)
    print("| folder | mutants | killed | survived |\n| --- | ---: | ---: | ---: |")
    for folder in sorted(made):
        print(f"| {folder} | {made[folder]} | {made[folder] - survived[folder]} | {survived[folder]} |")
    share = 1 - len(survivors) / len(mutants)
    print(f"| all | {len(mutants)} | {len(mutants) - len(survivors)} | {len(survivors)} |\n")
    print(f"{share:.1%} are killed.")
    for mutant in survivors:
        print(f"- survived: {mutant.title}: {mutant.reason or 'FOR NO STATED REASON'}")
    refuted = [m for m in mutants if m.reason and results[m.number] is not None]
    for mutant in refuted:
        print(f"- killed, though said to be equivalent: {mutant.title}: {results[mutant.number]}")
    return share >= LEAST_SHARE and not refuted and all(mutant.reason for mutant in survivors)


def run(folder: Path, arguments: argparse.Namespace) -> bool:
    all_places = places()
    if not arguments.no_build:
        prepare(all_places, folder)
        build(folder)
    if arguments.build:
        return True
    mutants = [m for place in all_places for m in place.mutants if arguments.only in m.title]
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    trial = Trial(folder)
    return report(mutants, judge(mutants, trial))


def main() -> int:
    arguments = options()
    try:
        if arguments.folder:
            arguments.folder.mkdir(parents=True, exist_ok=True)
            return 0 if run(arguments.folder.resolve(), arguments) else 1
        with tempfile.TemporaryDirectory(prefix="slokit-mutants-") as folder:
            return 0 if run(Path(folder).resolve(), arguments) else 1
    except Mistake as mistake:
        say(f"error: {mistake}")
        return 2


sys.exit(main())
