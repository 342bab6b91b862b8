"""Builds all mutants into one copy of the package, where a variable of the environment chooses."""

import re
import shutil
import subprocess
from pathlib import Path

from catalogue import Mistake, Place

ROOT = Path(__file__).resolve().parents[3]
LIBRARY = "Sources/SLOKit"
# The file that only a copy has.
OWN = f"{LIBRARY}/Text/Mutant.swift"

# Read once: asking for the environment at each comparison would take longer than the comparison.
SWITCH = """\
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

private let chosenMutant: Int32 = getenv("SLOKIT_MUTANT").map { atoi($0) } ?? 0

/// Whether the mutant of this number takes the place of the original.
func isMutant(_ number: Int32) -> Bool { chosenMutant == number }
"""


def prepare(places: list[Place], target: Path) -> None:
    """Copies what git knows of the package, with the mutants woven into its sources."""
    if any(target.iterdir()) and not (target / OWN).is_file():
        raise Mistake(f"{target} holds something else than mutants")
    kept = {OWN, *files()}
    for path in [*target.glob("Sources/**/*.swift"), *target.glob("Tests/**/*.swift")]:
        if str(path.relative_to(target)) not in kept:
            path.unlink()
    write(target / OWN, SWITCH.encode())
    mutated = {f"{LIBRARY}/{place.file}" for place in places}
    for place in places:
        if not (ROOT / LIBRARY / place.file).is_file():
            raise Mistake(f"{place.where}: there is no file {LIBRARY}/{place.file}")
    for name in files():
        content = (ROOT / name).read_bytes()
        if name in mutated:
            own = [place for place in places if f"{LIBRARY}/{place.file}" == name]
            content = woven(content.decode(), own).encode()
        write(target / name, content)
        shutil.copymode(ROOT / name, target / name)


def files() -> list[str]:
    """The files of the package, with those that are not committed yet."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others"]
    listed = subprocess.run(
        [*command, "--exclude-standard"], check=True, capture_output=True, text=True
    )
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def write(path: Path, content: bytes) -> None:
    """Writes a file that changed; the others keep their times, and are not built again."""
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def woven(text: str, places: list[Place]) -> str:
    """The text with every place replaced, from the last one to the first."""
    found = sorted(((span(text, place), place) for place in places), key=lambda item: item[0])
    for ((_, end), first), ((start, _), second) in zip(found, found[1:]):
        if start < end:
            raise Mistake(f"{second.where}: it overlaps with {first.where}: list both as one place")
    for (start, end), place in reversed(found):
        text = text[:start] + choice(place, text[start:end]) + text[end:]
    return text


def span(text: str, place: Place) -> tuple[int, int]:
    """Where the marked part is; line breaks and indentation do not count."""
    before, rest = place.marked.split("⟨")
    inside, after = rest.split("⟩")
    pattern = pattern_of(before) + f"(?P<part>{pattern_of(inside)})" + pattern_of(after)
    found = list(re.finditer(pattern, text))
    if len(found) != 1:
        count = "not" if not found else f"{len(found)} times"
        raise Mistake(f"{place.where}: '{place.marked}' is {count} in {place.file}")
    return found[0].span("part")


def pattern_of(text: str) -> str:
    """A blank stands for any blanks and line breaks."""
    return re.sub(r"\s+", r"\\s+", re.sub(r"[^\w\s]", r"\\\g<0>", text))


def choice(place: Place, original: str) -> str:
    """The original or one of its mutants: statements where these stand in braces, else values."""
    if place.mutants[0].code.startswith("{}") or place.mutants[0].code.startswith("{ "):
        tests = [f"if isMutant({mutant.number}) {mutant.code}" for mutant in place.mutants]
        return " else ".join(tests) + f" else {{ {original} }}"
    tests = [f"isMutant({mutant.number}) ? ({mutant.code})" for mutant in place.mutants]
    return f"({' : '.join(tests)} : ({original}))"
