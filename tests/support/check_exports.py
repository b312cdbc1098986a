#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares exported files with our own logits: check_exports.py PROGRAM FOLDER [NAME…]

Quantizes the demo and torchvision's resnet18 and mobilenet_v2 (or the named ones) with random weights to W4A8, per layer
and per channel, exports them into FOLDER, and prints the largest difference of the logits of 8 images, relative to the
largest logit. A .pth holds weights alone: torchvision's logits on it (load_state_dict with strict=True) are compared with
those of `latticeq forward --weights`, without activation quantization. Needs torch, torchvision and safetensors.
"""
import pathlib
import subprocess
import sys

import torch
import torchvision
from safetensors.torch import load_file, save_file

LARGEST_DIFFERENCE = 1e-4
IMAGES = 8
SIZE = 64
ACTIVATIONS = ("per_layer", "per_channel")


def latticeq(program, *arguments):
    subprocess.run([program, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)


def random_classifier(name):
    """Weights as torchvision draws them, batch-norm statistics of a network that has seen such images."""
    model = getattr(torchvision.models, name)(weights=None)
    with torch.no_grad():
        for _ in range(20):
            model.train()(torch.randn(16, 3, SIZE, SIZE))
        for module in model.modules():
            if isinstance(module, torch.nn.Linear):
                module.weight.normal_(0, 0.1)
    return model.eval()


def write_photographs(folder):
    for label in ("first", "second"):
        (folder / label).mkdir(parents=True, exist_ok=True)
        for i in range(16):
            picture = torch.nn.functional.interpolate(torch.rand(1, 3, 8, 8), size=(SIZE, SIZE), mode="bicubic")[0]
            torchvision.io.write_png((picture.clamp(0, 1) * 255).to(torch.uint8), str(folder / label / f"{i}.png"))


def difference(actual, expected):
    return ((actual - expected).abs().max() / expected.abs().max()).item()


def logits_of(program, folder, images, *arguments):
    save_file({"images": images}, folder / "images.safetensors")
    latticeq(program, "forward", *arguments, "--input", folder / "images.safetensors", "--output",
             folder / "logits.safetensors", "--threads", 1)
    return load_file(folder / "logits.safetensors")["logits"]


def quantize(program, folder, name, activations):
    run = folder / f"{name}-{activations}"
    arguments = ["--out", run, "--force", "--bitsW", 4, "--bitsA", 8, "--quant_a", "--quant_a_type", activations,
                 "--quant_basis", "--bias_corr", "--steps", 10, "--nb_restarts", 1]
    if name == "demo":
        latticeq(program, "quantize", "--preset", "demo", *arguments)
    else:
        latticeq(program, "quantize", "--model", name, "--weights", folder / f"{name}.pth", "--data",
                 folder / "photographs", "--image-size", SIZE, "--resize-size", SIZE, *arguments)
    return run


def check(program, folder, name, activations):
    run = quantize(program, folder, name, activations)
    images = torch.randn(IMAGES, 1 if name == "demo" else 3, 28 if name == "demo" else SIZE,
                         28 if name == "demo" else SIZE)
    files = {"pth": run.with_suffix(".pth"), "torchscript": run.with_suffix(".pt")}
    for kind, path in files.items():
        latticeq(program, "export", run, "--format", kind, "--output", path, "--force")
    ours = logits_of(program, folder, images, "--model", run)
    state = torch.load(files["pth"], weights_only=True)
    module = torch.jit.load(str(files["torchscript"])).eval()
    results = {}
    with torch.no_grad():
        results["torchscript"] = difference(module(images), ours)
        results["read back"] = difference(logits_of(program, folder, images, "--model", files["torchscript"]), ours)
        if name != "demo":
            model = getattr(torchvision.models, name)(weights=None)
            model.load_state_dict(module.state_dict(), strict=True)
            model.load_state_dict(state, strict=True)
            weights_alone = logits_of(program, folder, images, "--model", name, "--weights", files["pth"])
            results["pth"] = difference(model.eval()(images), weights_alone)
    same = list(state) == list(module.state_dict()) and all(torch.equal(state[k], v)
                                                            for k, v in module.state_dict().items())
    for kind, value in results.items():
        print(f"{'ok ' if value <= LARGEST_DIFFERENCE else 'BAD'} {name:14} {activations:12} {kind:12} {value:.1e}")
    if not same:
        print(f"BAD {name:14} {activations:12} the state dictionaries of .pth and .pt differ")
    return same and max(results.values()) <= LARGEST_DIFFERENCE


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(1)
    torch.set_num_threads(1)  # sums in another order move single activations to the next code: 3e-3 of the logits
    write_photographs(folder / "photographs")
    good = True
    for name in sys.argv[3:] or ["demo", "resnet18", "mobilenet_v2"]:
        if name != "demo":
            torch.save(random_classifier(name).state_dict(), folder / f"{name}.pth")
        for activations in ACTIVATIONS:
            good = check(program, folder, name, activations) and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
