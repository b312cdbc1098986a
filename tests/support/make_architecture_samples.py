#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the built-in architectures with torchvision 0.14, on weights that both sides compute from their names.

    make_architecture_samples.py check PROGRAM FOLDER [NAME…]   # latticeq forward against torchvision, full size
    make_architecture_samples.py golden OUTPUT                  # tests/golden/architectures.safetensors
    make_architecture_samples.py checkpoint NAME OUTPUT         # a .pth with such weights
    make_architecture_samples.py load NAME FILE                 # load_state_dict(strict=True), then a forward pass

Needs torch, torchvision and numpy (Debian: python3-torchvision). tests/core/graph/tst_build_network.cpp computes the
same weights in C++ and needs none of them.
"""
import json
import pathlib
import subprocess
import sys
import time

import numpy as np
import torch
import torchvision

# Name and image size of the samples in the tree: small images, so that the tests stay short.
GOLDEN = {
    "alexnet": 96, "vgg11_bn": 32, "resnext50_32x4d": 64, "preresnet18": 64, "squeezenet1_0": 64, "squeezenet1_1": 64,
    "densenet121": 64, "mobilenet_v2": 64, "mobilenet_v3_small": 64, "mobilenet_v3_large": 64, "mnasnet0_5": 64,
    "mnasnet1_3": 64, "shufflenet_v2_x0_5": 64, "shufflenet_v2_x1_5": 64, "efficientnet_b0": 64, "efficientnet_b3": 64,
    "efficientnet_v2_s": 64, "regnet_x_400mf": 64, "regnet_y_400mf": 64, "regnet_x_3_2gf": 64, "convnext_tiny": 64,
    "googlenet": 64, "inception_v3": 96,
}
GOLDEN_LOGITS = 24
PERIOD = 65521  # random numbers of a tensor before they repeat; a prime, so that no row meets its own copy


def philox(counters, key):
    """Philox4x32 with 10 rounds, as in core/lattice/kernels/philox.h: the words of counters {i, 0, 0, 0}."""
    mask = np.uint64(0xFFFFFFFF)
    w = [counters.astype(np.uint64)] + [np.zeros(len(counters), np.uint64) for _ in range(3)]
    key0, key1 = key & 0xFFFFFFFF, key >> 32
    for _ in range(10):
        product0, product1 = np.uint64(0xD2511F53) * w[0], np.uint64(0xCD9E8D57) * w[2]
        w = [(product1 >> np.uint64(32)) ^ w[1] ^ np.uint64(key0), product1 & mask,
             (product0 >> np.uint64(32)) ^ w[3] ^ np.uint64(key1), product0 & mask]
        key0, key1 = (key0 + 0x9E3779B9) & 0xFFFFFFFF, (key1 + 0xBB67AE85) & 0xFFFFFFFF
    return np.stack(w, axis=1).ravel()


def uniform(name, shape):
    """Float32 numbers of [-1, 1) that follow from the name (its 64-bit FNV-1a hash is the key)."""
    key = 0xCBF29CE484222325
    for byte in name.encode():
        key = ((key ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    count = int(np.prod(shape))
    words = philox(np.arange((min(count, PERIOD) + 3) // 4), key)[:min(count, PERIOD)]
    values = (words >> np.uint64(8)).astype(np.float32) * np.float32(2.0**-23) - np.float32(1)
    return torch.from_numpy(np.resize(values, count)).reshape(tuple(shape))


def gain(model):
    """Three times the variance of a weight, times the inputs of one output. With more, deep networks with gates are
    chaotic (torchvision in float32 and in float64 disagree); with less, little of the images reaches the logits."""
    return 3 if model.startswith("efficientnet_v2") else 5 if model.startswith("efficientnet_b") else 4


def sample_parameter(model, name, shape):
    if name.endswith("num_batches_tracked"):
        return torch.tensor(7)
    values = uniform(name, shape)
    if name.endswith("running_var"):
        return 1 + 0.5 * values
    if name.endswith("running_mean") or name.endswith("bias"):
        return 0.1 * values
    if len(shape) == 1:  # of a normalisation
        return 1 + 0.2 * values
    if name.endswith("layer_scale"):
        return 0.5 * values
    return values * (gain(model) / values[0].numel()) ** 0.5


def sample_images(size):
    return uniform("images", (2, 3, size, size))


def build(name):
    for initialiser in [f for f in dir(torch.nn.init) if f.endswith("_") and not f.startswith("_")]:
        setattr(torch.nn.init, initialiser, lambda tensor, *args, **kwargs: tensor)
    constructor = getattr(torchvision.models, "resnet18" if name == "preresnet18" else name)
    extra = {"init_weights": False} if name in ("googlenet", "inception_v3") else {}
    return constructor(weights=None, **extra).eval()


def build_sample(name):
    model = build(name)
    for key, value in model.state_dict().items():
        value.copy_(sample_parameter(name, key, value.shape))
    return model


def write_safetensors(path, tensors):
    header, data = {}, b""
    for name, tensor in tensors.items():
        values = tensor.contiguous().numpy().tobytes()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(values)]}
        data += values
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    pathlib.Path(path).write_bytes(len(text).to_bytes(8, "little") + text + data)


def read_safetensors(path):
    data = pathlib.Path(path).read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + length])
    header.pop("__metadata__", None)
    return {name: torch.from_numpy(np.frombuffer(data[8 + length:][slice(*entry["data_offsets"])], np.float32).copy())
            .reshape(entry["shape"]) for name, entry in header.items()}


def check_one(program, folder, name, size):
    model = build_sample(name)
    weights, images, output = (str(folder / f"{name}.{kind}") for kind in ("pth", "images.safetensors", "logits.safetensors"))
    torch.save(model.state_dict(), weights)
    write_safetensors(images, {"images": sample_images(size)})
    with torch.no_grad():
        expected = model(sample_images(size))
    start = time.monotonic()
    subprocess.run([program, "forward", "--model", name, "--weights", weights, "--input", images, "--output", output],
                   check=True)
    logits = read_safetensors(output)["logits"]
    for path in (weights, images, output):
        pathlib.Path(path).unlink()
    relative = ((logits - expected).abs().max() / expected.abs().max()).item()
    apart = ((expected[0] - expected[1]).abs().max() / expected.abs().max()).item()
    passed = relative <= 1e-4 and apart > 100 * relative
    parameters = sum(p.numel() for p in model.parameters())
    print(f"{name:20} {size:4} {parameters:10} {relative:9.2e} {apart:9.2e} {time.monotonic() - start:6.1f} s"
          f"{'' if passed else '  FAILED'}", flush=True)
    return passed


def check(program, folder, *names):
    report = json.loads(subprocess.run([program, "models", "--json"], check=True, capture_output=True).stdout)
    sizes = {entry["name"]: entry["size"] for entry in report if entry["channels"] == 3}
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    print("network              size parameters difference  of the largest logit; between the images; time")
    passed = [check_one(program, pathlib.Path(folder), name, sizes[name]) for name in names or sizes]
    print(f"{sum(passed)} of {len(passed)} agree to 1e-4 of the largest logit")
    return 0 if all(passed) else 1


def golden(output):
    tensors = {}
    for name, size in GOLDEN.items():
        with torch.no_grad():
            logits = build_sample(name)(sample_images(size))
        tensors[f"{name}.{size}"] = logits[:, :GOLDEN_LOGITS].contiguous()
    write_safetensors(output, tensors)


def checkpoint(name, output):
    torch.save(build_sample(name).state_dict(), output)


def load(name, path):
    model = build(name)
    model.load_state_dict(torch.load(path), strict=True)
    size = 299 if name == "inception_v3" else 224
    with torch.no_grad():
        logits = model(sample_images(size))
    print(f"{name}: loaded with strict=True, logits within {logits.min().item():.4g} … {logits.max().item():.4g}")


if __name__ == "__main__":
    commands = {"check": check, "golden": golden, "checkpoint": checkpoint, "load": load}
    if len(sys.argv) < 3 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    sys.exit(commands[sys.argv[1]](*sys.argv[2:]))
