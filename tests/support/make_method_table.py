#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""make_method_table.py PROGRAM [SEEDS]: the README's table of methods, as Markdown on standard output.

Runs `PROGRAM quantize` on the demo network for each setting and method, SEEDS seeds each (1), and prints the mean top-1
over all test images, the summed cubic error per weight of the layers, the seconds of everything but the evaluations,
and the packed file's bytes.
"""
import json
import subprocess
import sys
import tempfile

SETTINGS = [(4, 8), (3, 8), (2, 8), (4, 4), (3, 3), (2, 4)]
REFINED = ["--search", "refined"]
AWARE = REFINED + ["--data-aware"]
CLIPPED = AWARE + ["--alpha", "mse"]
METHODS = [
    ("scalar", ["--scalar"]),
    ("published random search", []),
    ("refined search", REFINED),
    ("… and data-aware rounding", AWARE),
    ("… and `--alpha mse`", CLIPPED),
    ("… and `--bn-reestimate`", CLIPPED + ["--bn-reestimate"]),
]
CHOSEN = CLIPPED + ["--bn-reestimate", "--max-bytes"]  # and the bytes of the row before
EVALUATIONS = ("Measuring full precision", "Measuring accuracy")


def run(program, weight_bits, activation_bits, flags, seed):
    with tempfile.TemporaryDirectory() as folder:
        command = [program, "quantize", "--preset", "demo", "--bitsW", str(weight_bits), "--bitsA",
                   str(activation_bits), "--random_seed", str(seed), "--json", "--out", folder + "/run", *flags]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def row(program, method, flags, setting, seeds):
    results = [run(program, *setting, flags, seed) for seed in range(1, seeds + 1)]
    mean = lambda values: sum(values) / len(results)
    top1 = mean(r["quantized"]["top1"] for r in results)
    error = mean(sum(layer["mce"] for layer in r["layers"]) for r in results)
    seconds = mean(sum(s for phase, s in r["seconds"].items() if phase not in EVALUATIONS) for r in results)
    size = mean(r["size"]["packed_bytes"] for r in results)
    name = "W%dA%d" % setting
    print(f"| {name} | {method} | {top1:.2f} | {error:.2e} | {seconds:.1f} | {size:,.0f} |", flush=True)
    return size


def main():
    program = sys.argv[1]
    seeds = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    print("| setting | method | top-1, % | summed cubic error | seconds | bytes |\n|---|---|--:|--:|--:|--:|")
    for setting in SETTINGS:
        for method, flags in METHODS:
            size = row(program, method, flags, setting, seeds)
        row(program, "… and bits chosen for as large a file", CHOSEN + [f"{size:.0f}"], setting, seeds)


if __name__ == "__main__":
    main()
