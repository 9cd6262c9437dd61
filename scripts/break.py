"""Breaks the code on purpose, one operator at a time, and sees whether a test fails.

  ./dev break [N] [--seed S] [--only TEXT] [--timeout SECONDS] [--list]

N mutants (15) are drawn with a seed (1) from Kindred.Statistics, Kindred.Core (Conditions, Patterns, Scorecards, Leads, Workspaces), Kindred.Files and Kindred.Storage (TEXT
picks among their paths): < and <=, + and -, && and ||, == and !=, whole constants by one. Each is built in a temporary copy of the tree and met by
the tests that cover its folder, quickest first (COVERED below). A test that fails or does not end in time has noticed. What no test
noticed is printed as a survivor: a test is missing there, or the change makes no difference to any result (say, the size of a block).
Ends with 0 when all were noticed, 1 with survivors, 3 when the tree itself does not build or pass.
"""
import argparse
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LOGIC = ("Kindred.Tests", ["-namespace", "Kindred.Tests.Conditions", "-namespace", "Kindred.Tests.Patterns"])
COVERED = {
    "src/Kindred.Statistics": [("Kindred.Statistics.Tests", []), LOGIC],
    "src/Kindred.Core/Conditions": [LOGIC, ("Kindred.Host.Tests", ["-class", "Kindred.Host.Tests.Conditions.ConditionContractTests"])],
    "src/Kindred.Core/Patterns": [LOGIC],
    "src/Kindred.Core/Scorecards": [("Kindred.Tests", ["-namespace", "Kindred.Tests.Scorecards"])],
    "src/Kindred.Core/Leads": [("Kindred.Tests", ["-namespace", "Kindred.Tests.Leads"])],
    "src/Kindred.Core/Workspaces": [
        ("Kindred.Tests", ["-class", "Kindred.Tests.Workspaces.*", "-class", "Kindred.Tests.Accounts.OverlappingFilesTests"]),
        ("Kindred.Host.Tests", ["-class", "Kindred.Host.Tests.Storage.SqliteImportStoreTests"]),
    ],
    "src/Kindred.Files": [("Kindred.Tests", ["-class", "Kindred.Tests.Files.*"])],
    "src/Kindred.Storage": [("Kindred.Host.Tests", ["-class", "Kindred.Host.Tests.Storage.*ImportStoreTests"])],
}
FOLDERS = list(COVERED)
NOT_COPIED = shutil.ignore_patterns(".git", "artifacts", "bin", "obj", "node_modules", "kindred-data", "sample-company")
QUICK = ["-c", "Release", "-v", "quiet", "-nologo", "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:TreatWarningsAsErrors=false"]
SWAPS = {
    "<": ["<="], "<=": ["<"], ">": [">="], ">=": [">"], "==": ["!="], "!=": ["=="], "&&": ["||"], "||": ["&&"],
    "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "+=": ["-="], "-=": ["+="],
}
OPERATOR = re.compile(r"(?<= )(<=|>=|==|!=|&&|\|\||\+=|-=|[<>+*/-])(?= )")
CONSTANT = re.compile(r"(?<![\w.#])\d+(?![\w.])")
HIDDEN = re.compile(r'//[^\n]*|/\*.*?\*/|"""(?:.|\n)*?"""|\$?@?"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.DOTALL)


def mutants(only):
    """Every place that can be changed: (path, offset, old, new)."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.cs")):
            name = path.relative_to(ROOT).as_posix()
            if only not in name or "/obj/" in name or "/bin/" in name:
                continue
            text = path.read_text(encoding="utf-8")
            code = HIDDEN.sub(lambda found: re.sub(r"[^\n]", "\0", found.group()), text)
            for found in OPERATOR.finditer(code):
                if found.group() == "+" and "\0" in (code[found.start() - 2], code[found.end() + 1]):
                    continue  # Text is joined, not added.
                for new in SWAPS[found.group()]:
                    yield name, found.start(), found.group(), new
            for found in CONSTANT.finditer(code):
                yield name, found.start(), found.group(), str(int(found.group()) + 1)


def run(command, folder, timeout, environment=None):
    """Exit code and output; None when it did not end in time."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment, start_new_session=True)
    try:
        output, _ = process.communicate(timeout=timeout)
        return process.returncode, output
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return None, ""


class Bench:
    """The copy of the tree in which mutants are built and tested."""

    def __init__(self, folder, timeout):
        self.folder, self.timeout = folder, timeout
        self.environment = dict(os.environ, DOTNET_CLI_TELEMETRY_OPTOUT="1", DOTNET_NOLOGO="1")
        shared = next((above / "shared" for above in ROOT.parents if (above / "shared" / "data").is_dir()), None)
        if shared and "KINDRED_SHARED" not in self.environment:
            self.environment["KINDRED_SHARED"] = str(shared)
        self.has_restored = set()
        self.without_tests = set()

    def build(self, project):
        more = ["--no-restore"] if project in self.has_restored else []
        code, output = run(["dotnet", "build", f"tests/{project}", *QUICK, *more], self.folder, 1800, self.environment)
        self.has_restored.add(project)
        return code == 0, output

    def test(self, project, *filters):
        """True when all pass, False when one fails or time runs out; and how many ran."""
        dll = f"artifacts/bin/{project}/release/{project}.dll"
        code, output = run(["dotnet", "exec", dll, "-noColor", "-stopOnFail", *filters], self.folder, self.timeout, self.environment)
        total = re.search(r"Total: (\d+)", output)
        return code == 0, int(total.group(1)) if total else 0

    def suites(self, name):
        """Builds and runs what covers a file, quickest first."""
        found = next(suites for folder, suites in COVERED.items() if name.startswith(folder + "/"))
        return [suite for suite in found if suite[0] not in self.without_tests]

    def meets(self, name):
        """'killed', 'survived' or 'does not compile'."""
        for project, filters in self.suites(name):
            is_built, _ = self.build(project)
            if not is_built:
                return "does not compile"
            passes, _ = self.test(project, *filters)
            if not passes:
                return "killed"
        return "survived"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("n", nargs="?", type=int, default=15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="only files whose path holds this text")
    parser.add_argument("--timeout", type=int, default=300, help="seconds a test run may take")
    parser.add_argument("--list", action="store_true", help="print what would be changed, and stop")
    wanted = parser.parse_args()
    places = list(mutants(wanted.only))
    random.Random(wanted.seed).shuffle(places)
    if wanted.list:
        for name, at, old, new in places[: wanted.n]:
            print(place(name, at, old, new))
        return 0
    with tempfile.TemporaryDirectory(prefix="kindred-break-") as scratch:
        tree = pathlib.Path(scratch) / "tree"
        shutil.copytree(ROOT, tree, ignore=NOT_COPIED)
        bench = Bench(tree, wanted.timeout)
        touched = [folder for folder in FOLDERS if any(name.startswith(folder + "/") for name, *_ in places)]
        for project, filters in {project + str(filters): (project, filters) for folder in touched for project, filters in bench.suites(folder + "/")}.values():
            is_built, output = bench.build(project)
            if not is_built:
                print(output[-3000:], file=sys.stderr)
                return 3
            passes, total = bench.test(project, *filters)
            print(f"unbroken: {project} {' '.join(filters[1::2])} {total} tests, {'all pass' if passes else 'NOT ALL PASS'}", flush=True)
            if total == 0:
                bench.without_tests.add(project)
            if not passes:
                return 3
        return breaking(bench, tree, places, wanted.n)


def breaking(bench, tree, places, count):
    tried, survivors = 0, []
    for name, at, old, new in places:
        if tried == count:
            break
        file = tree / name
        text = file.read_text(encoding="utf-8")
        file.write_text(text[:at] + new + text[at + len(old):], encoding="utf-8")
        started = time.monotonic()
        fate = bench.meets(name)
        file.write_text(text, encoding="utf-8")
        print(f"{fate:17} {time.monotonic() - started:4.0f} s  {place(name, at, old, new)}", flush=True)
        if fate == "does not compile":
            continue
        tried += 1
        if fate == "survived":
            survivors.append(place(name, at, old, new))
    print(f"{tried} mutants, {tried - len(survivors)} killed, {len(survivors)} survived")
    for survivor in survivors:
        print("  survived: " + survivor)
    return 1 if survivors else 0


def place(name, at, old, new):
    text = (ROOT / name).read_text(encoding="utf-8")
    line = text.count("\n", 0, at) + 1
    return f"{name}:{line}  {old} → {new}   {text.splitlines()[line - 1].strip()[:110]}"


if __name__ == "__main__":
    sys.exit(main())
