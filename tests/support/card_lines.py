# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests/on_gpu shows of a build with CUDA on a machine with a card: one function per line of its list.

Each function gets the Bench, returns its figures as text, and raises Failed or Skipped with the reason.
"""
import array
import contextlib
import csv
import io
import json
import pathlib
import random
import re
import shutil
import signal
import struct
import subprocess
import time


class Failed(Exception):
    pass


class Skipped(Exception):
    pass


class Bench:
    """The built programs, a scratch folder, and the two runs of the demo network that several lines look at."""

    def __init__(self, programs, scratch, data, device):
        self.programs, self.scratch, self.data, self.device = programs, scratch, data, device
        self.runs = {}
        self.figures = None

    def latticeq(self, *arguments, before=(), seconds=600):
        return self.call([*before, self.programs / "latticeq", *arguments], seconds)

    def call(self, command, seconds=600):
        command = [str(word) for word in command]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
        except subprocess.TimeoutExpired as late:
            raise Failed(f"{' '.join(command[:3])} did not end within {seconds} s") from late
        except OSError as error:
            raise Failed(str(error)) from error
        return done

    def demo(self, device):
        """The folder of the demo network's run on the device, made once."""
        if device not in self.runs:
            folder = self.scratch / f"demo-{device.replace(':', '-')}"
            must_succeed(self.latticeq("quantize", *self.data, "--device", device, "--out", folder))
            self.runs[device] = folder
        return self.runs[device]

    def card_figures(self):
        """What bench_card prints, lines of a name, a value and a unit."""
        program = self.programs / "bench_card"
        if not program.exists():
            raise Skipped("bench_card is not built")
        if self.figures is None:
            output = must_succeed(self.call([program, self.device, *self.data[1:]])).stdout
            self.figures = {found[1]: float(found[2]) for found in re.finditer(r"^(\S+)\s+([-\d.eE+]+)", output, re.M)}
        return self.figures


def must_succeed(done):
    if done.returncode != 0:
        last = (done.stdout + done.stderr).strip().splitlines() or ["no word"]
        raise Failed(f"exit {done.returncode}: {last[-1]}")
    return done


def read_tensors(path):
    """Bytes of every tensor of a .safetensors file, and its metadata."""
    content = path.read_bytes()
    length = struct.unpack("<Q", content[:8])[0]
    header = json.loads(content[8:8 + length])
    data = content[8 + length:]
    metadata = header.pop("__metadata__", {})
    return {name: data[slice(*entry["data_offsets"])] for name, entry in header.items()}, metadata


def write_weight(path, shape, values):
    header = json.dumps({"weight": {"dtype": "F32", "shape": shape, "data_offsets": [0, 4 * len(values)]}}).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header + array.array("f", values).tobytes())


def golden(bench):
    done = bench.latticeq("selftest", "--device", bench.device)
    must_succeed(done)
    return done.stdout.strip().splitlines()[-1]


def same_bytes(bench):
    cpu, card = bench.demo("cpu"), bench.demo(bench.device)
    ours, our_notes = read_tensors(cpu / "quantized.safetensors")
    theirs, their_notes = read_tensors(card / "quantized.safetensors")
    # Thresholds of activations come from forward passes, which repeat for the same device only.
    searched = [name for name in ours if not name.endswith(".input.alpha")]
    different = [name for name in searched if ours[name] != theirs.get(name)]
    different += [name for name in our_notes if our_notes[name] != their_notes.get(name)]
    tables = [list(csv.DictReader(io.StringIO((run / "layers.csv").read_text()))) for run in (cpu, card)]
    measured = ("output_mse", "seconds")  # by forward passes, by the clock
    cells = [(row["layer"], name) for row, other in zip(*tables) for name in row
             if name not in measured and row[name] != other[name]]
    if different or cells or set(ours) != set(theirs) or len(tables[0]) != len(tables[1]):
        raise Failed(f"tensors {different[:4]}, cells of layers.csv {cells[:4]}")
    thresholds = sum(ours[name] == theirs[name] for name in ours) - len(searched)
    return (f"{len(searched)} tensors and {len(tables[0])} rows of layers.csv equal, as are {thresholds} of the "
            f"{len(ours) - len(searched)} activation thresholds, which need not be")


def sample_layers(folder):
    """Random layers of every group dimension, 1 to 8 bits, odd lengths, with dead and constant channels."""
    shapes = [([6, 7, 3, 3], []), ([7, 37, 1, 1], ["--scalar"]), ([5, 90, 1, 1], []), ([5, 36, 1, 1], ["--agreg", "4"]),
              ([4, 45], ["--agreg", "5"]), ([3, 66, 1, 1], ["--agreg", "6"]), ([8, 700, 3, 3], []),
              ([24, 240, 3, 3], ["--per_layer"])]
    switches = [[], ["--quant_basis"], ["--bias_corr"], ["--quant_basis", "--bias_corr"],
                ["--quant_basis", "--bit_alloc_w"]]
    source = random.Random(5)
    for index in range(24):
        shape, flags = shapes[index % len(shapes)]
        per_channel = 1
        for size in shape[1:]:
            per_channel *= size
        values = [source.gauss(0, 1) for _ in range(shape[0] * per_channel)]
        values[:per_channel] = [0.0] * per_channel
        values[per_channel:2 * per_channel] = [0.25] * per_channel
        path = folder / f"layer{index}.safetensors"
        write_weight(path, shape, values)
        bits = 1 + (index * 3 + index // 8) % 8
        yield path, ["--bitsW", str(bits), *flags, *switches[index % len(switches)], "--random_seed", str(index + 1)]


def random_layers(bench):
    count = 0
    for path, flags in sample_layers(bench.scratch):
        found = []
        for device in ("cpu", bench.device):
            output = path.with_suffix(f".{device.replace(':', '-')}.out")
            must_succeed(bench.latticeq("search", "--input", path, "--output", output, "--device", device, "--steps",
                                        "20", "--nb_restarts", "3", *flags))
            found.append(output.read_bytes())
        if found[0] != found[1]:
            raise Failed(f"{path.name} with {' '.join(flags)} differs")
        count += 1
    return f"{count} layers equal"


def sanitizer(tool):
    def line(bench):
        checker = shutil.which("compute-sanitizer") or shutil.which("/usr/local/cuda/bin/compute-sanitizer")
        if not checker:
            raise Skipped("compute-sanitizer is not installed")
        done = bench.latticeq("selftest", "--device", bench.device, seconds=1800,
                              before=(checker, "--tool", tool, "--error-exitcode", "9"))
        summary = re.findall(r"=+ ((?:ERROR|RACECHECK) SUMMARY:.*)", done.stdout + done.stderr)
        if not summary:
            raise Failed("compute-sanitizer gave no summary")
        if done.returncode != 0:
            raise Failed(f"exit {done.returncode}, {summary[-1]}")
        return summary[-1]
    return line


def same_accuracy(bench):
    summaries = [json.loads((bench.demo(device) / "summary.json").read_text()) for device in ("cpu", bench.device)]
    texts = []
    for phase in ("fp32", "quantized"):
        cpu, card = (summary[phase]["top1"] for summary in summaries)
        texts.append(f"{phase} {cpu:.2f} % and {card:.2f} %")
        if abs(cpu - card) > 0.05:
            raise Failed(texts[-1])
    return ", ".join(texts)


def no_memory_left(bench):
    done = bench.call([bench.programs / "bench_card_memory", bench.device, "20", *bench.data[1:]])
    return must_succeed(done).stdout.strip().splitlines()[-1]


def stop_after(bench, phase, delay, folder):
    """Seconds from an interrupt, sent `delay` after the phase began, to the end of the program."""
    command = [str(bench.programs / "latticeq"), "quantize", *bench.data, "--device", bench.device, "--preset",
               "w4a8b8", "--steps", "1000000", "--nb_restarts", "100", "--out", str(folder)]
    with (folder.with_suffix(".log")).open("w+") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        with contextlib.ExitStack() as leaving:
            leaving.callback(process.kill)
            start = time.monotonic()
            while phase not in pathlib.Path(log.name).read_text():
                if process.poll() is not None or time.monotonic() - start > 60:
                    last = pathlib.Path(log.name).read_text().strip().splitlines() or ["no word"]
                    raise Failed(f"the run did not come to '{phase}': {last[-1]}")
                time.sleep(0.002)
            time.sleep(delay)
            if process.poll() is not None:
                raise Failed("the run ended before it could be stopped")
            asked = time.monotonic()
            process.send_signal(signal.SIGINT)
            try:
                process.wait(30)
            except subprocess.TimeoutExpired as late:
                raise Failed("the run did not stop within 30 s") from late
            return time.monotonic() - asked


def stops(bench):
    texts = []
    for phase, delay in (("Measuring full precision", 0.0), ("Searching bases", 0.5), ("Searching bases", 3.0)):
        seconds = stop_after(bench, phase, delay, bench.scratch / f"stop{len(texts)}")
        texts.append(f"{seconds:.2f} s ({phase.lower()})")
        if seconds > 1:
            raise Failed(texts[-1])
    return ", ".join(texts)


def figure(name, limit, unit="s"):
    def line(bench):
        figures = bench.card_figures()
        if name not in figures:
            raise Failed(f"bench_card does not print {name}")
        text = f"{figures[name]:.3g} {unit} (limit {limit} {unit})"
        if figures[name] >= limit:
            raise Failed(text)
        return text
    return line


def profiled_share(bench, profiler):
    """Float32 additions, products and fused ones per cycle and lane of the card, by Nsight Compute."""
    path = bench.scratch / "big.safetensors"
    source = random.Random(7)
    write_weight(path, [512, 512, 3, 3], [source.gauss(0, 1) for _ in range(512 * 512 * 9)])
    operations = [f"smsp__sass_thread_inst_executed_op_{kind}_pred_on.sum" for kind in ("fadd", "fmul", "ffma")]
    cycles = "sm__cycles_elapsed.sum"
    done = bench.latticeq(
        "search", "--input", path, "--output", path.with_suffix(".out"), "--device", bench.device, "--bitsW", "4",
        "--quant_basis", "--nb_restarts", "5", "--steps", "80", before=(
            profiler, "--csv", "--clock-control", "none", "--kernel-name", "regex:advance", "--launch-count", "10",
            "--metrics", ",".join([*operations, cycles])))
    rows = csv.DictReader(line for line in done.stdout.splitlines() if line.startswith('"'))
    sums = {}
    for row in rows:
        value = float(row["Metric Value"].replace(",", ""))
        sums[row["Metric Name"]] = sums.get(row["Metric Name"], 0) + value
    if cycles not in sums:
        raise Skipped(f"Nsight Compute gave no counters: {(done.stdout + done.stderr).strip().splitlines()[-1]}")
    lanes = 128  # of float32 per multiprocessor, from compute capability 8.6 on and in 9.0
    return sum(sums[name] for name in operations) / (lanes * sums[cycles])


def peak_share(bench):
    profiler = shutil.which("ncu")
    if profiler:
        share, source = 100 * profiled_share(bench, profiler), "Nsight Compute"
    else:
        figures = bench.card_figures()
        if "float32_peak_percent" not in figures:
            raise Skipped("ncu is not installed and bench_card does not print float32_peak_percent")
        share, source = figures["float32_peak_percent"], "bench_card's own count, ncu is not installed"
    text = f"{share:.1f} % ({source}; at least 30 %)"
    if share < 30:
        raise Failed(text)
    return text


LINES = [
    ("golden", "golden vectors and same bytes: latticeq selftest", golden),
    ("bytes", "demo network: bases, coordinates and errors equal the CPU's byte for byte", same_bytes),
    ("layers", "random layers: bases, coordinates and errors equal the CPU's byte for byte", random_layers),
    ("top1", "top-1 within 0.05 points of the CPU's", same_accuracy),
    ("memory", "20 runs in a row leave no memory behind", no_memory_left),
    ("stop", "Stop within a second", stops),
    ("resnet18-n3", "resnet18, 80 steps x 5 restarts, n = 3, 4 bits", figure("resnet18_n3_80x5_seconds", 0.5)),
    ("resnet18-n2", "resnet18, 80 steps x 5 restarts, n = 2, 4 bits", figure("resnet18_n2_80x5_seconds", 0.5)),
    ("resnet18-full", "resnet18, 800 steps x 5 restarts, n = 3, 4 bits", figure("resnet18_n3_800x5_seconds", 4)),
    ("resnet18-n2-full", "resnet18, 800 steps x 5 restarts, n = 2, 4 bits", figure("resnet18_n2_800x5_seconds", 4)),
    ("peak", "share of the float32 peak, 512x512x3x3, 5 restarts", peak_share),
    ("accuracy", "accuracy of the demo network on 10,000 images after warm-up", figure("accuracy_10000_seconds", 1)),
    ("memcheck", "compute-sanitizer memcheck over latticeq selftest", sanitizer("memcheck")),
    ("racecheck", "compute-sanitizer racecheck over latticeq selftest", sanitizer("racecheck")),
]
