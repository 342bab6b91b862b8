"""Makes the mutants, runs the tests against each of them, and prints a table."""

import argparse
import json
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
# In the folder of the copy: what killed each mutant so far.
KILLERS = "killers.json"
# A mutant may gather values without end.
MOST_MEMORY = 16 << 30


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__)
    parser.add_argument("--folder", type=Path, help="where the mutated copy is kept")
    parser.add_argument("--only", default="", help="only mutants whose title has this text")
    parser.add_argument("--build", action="store_true", help="build, and do not run the tests")
    parser.add_argument("--no-build", action="store_true", help="take what was built before")
    parser.add_argument(
        "--survivors", action="store_true", help="try only what survived before in this FOLDER"
    )
    return parser.parse_args()


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def build(folder: Path) -> None:
    command = ["swift", "build", "--build-tests", "--package-path", str(folder)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=sys.stderr)
    if done.returncode != 0:
        raise Mistake("the mutants do not build")


def judge(mutants: list[Mutant], trial: Trial, killers: dict[str, str], file: Path) -> None:
    """Runs the stages against the mutants without a killer, and keeps what killed them in a file."""
    for number, stage in enumerate(STAGES, 1):
        alive = [mutant for mutant in mutants if mutant.key not in killers]
        say(f"Stage {number} of {len(STAGES)}: {len(alive)} mutants")
        for count, mutant in enumerate(alive, 1):
            tests = stage(mutant.place)
            if killer := trial.run(tests, mutant.number, trial.limit(tests)):
                killers[mutant.key] = killer
                file.write_text(json.dumps(killers, ensure_ascii=False, indent=1))
            say(f"{count}/{len(alive)} {mutant.title}: {killer or 'survives'}")


def report(mutants: list[Mutant], killers: dict[str, str]) -> bool:
    """Prints the table and the survivors; returns whether all is well."""
    survivors = [mutant for mutant in mutants if mutant.key not in killers]
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
    refuted = [mutant for mutant in mutants if mutant.reason and mutant.key in killers]
    for mutant in refuted:
        print(f"- killed, though said to be equivalent: {mutant.title}: {killers[mutant.key]}")
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
    file = folder / KILLERS
    killers = json.loads(file.read_text()) if arguments.survivors and file.is_file() else {}
    judge(mutants, Trial(folder), killers, file)
    return report(mutants, killers)


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
