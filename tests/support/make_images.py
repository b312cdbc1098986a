#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/golden/images: small pictures of every kind, and what Pillow and torchvision make of them.

    make_images.py FOLDER

Needs torchvision 0.14 or later, Pillow and scikit-image, whose coffee cup is the photograph (public domain).
"""
import json
import os
import struct
import sys
import zlib

import numpy
from PIL import Image
from skimage import data
from torchvision import transforms

MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


def write_png16(path, pixels):
    """A PNG file of 16-bit colours, which Pillow reads but does not write."""
    height, width, _ = pixels.shape
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in pixels)

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def write_pictures(folder):
    photograph = Image.fromarray(data.coffee()).resize((75, 50), Image.LANCZOS)
    turned = Image.Exif()
    turned[0x0112] = 6
    alpha = photograph.copy()
    alpha.putalpha(photograph.convert("L"))
    path = lambda name: os.path.join(folder, name)
    photograph.save(path("photograph.png"), optimize=True)
    photograph.transpose(Image.TRANSPOSE).save(path("upright.jpg"), quality=90)
    photograph.save(path("turned.jpg"), quality=90, exif=turned)
    photograph.convert("CMYK").save(path("cmyk.jpg"), quality=90)
    photograph.convert("L").save(path("grey.png"), optimize=True)
    photograph.quantize(64).save(path("palette.png"), optimize=True)
    photograph.convert("1").save(path("black_and_white.png"), optimize=True)
    alpha.save(path("alpha.png"), optimize=True)
    alpha.save(path("alpha.webp"), lossless=True, exact=True)
    photograph.save(path("plain.bmp"))
    photograph.save(path("packed.tiff"), compression="tiff_lzw")
    wide = numpy.asarray(photograph).astype(numpy.uint16)
    write_png16(path("colours_16_bits.png"), wide * 257 - 100 * (wide > 0))
    Image.fromarray(wide[..., 1] * 3).save(path("grey_16_bits.png"))


def prepared(image, size, crop, interpolation):
    return transforms.Compose([transforms.Resize(size, interpolation=interpolation), transforms.CenterCrop(crop),
                               transforms.ToTensor(), transforms.Normalize(MEAN, DEVIATION)])(image).numpy()


def answers(folder):
    tensors = {}
    for name in sorted(os.listdir(folder)):
        image = Image.open(os.path.join(folder, name)).convert("RGB")
        tensors["decoded/" + name] = numpy.ascontiguousarray(numpy.asarray(image).transpose(2, 0, 1))
    image = Image.open(os.path.join(folder, "photograph.png"))
    upright = Image.open(os.path.join(folder, "upright.jpg"))
    bilinear, bicubic = transforms.InterpolationMode.BILINEAR, transforms.InterpolationMode.BICUBIC
    tensors["smaller"] = prepared(image, 37, 32, bilinear)
    tensors["larger"] = prepared(image, 64, 48, bilinear)
    tensors["as_large"] = prepared(image, 50, 45, bilinear)
    tensors["upright"] = prepared(upright, 33, 28, bilinear)
    tensors["bicubic"] = prepared(image, 37, 32, bicubic)
    return tensors


def write_safetensors(path, tensors):
    kinds = {"uint8": "U8", "float32": "F32"}
    header, body = {}, b""
    for name, tensor in sorted(tensors.items(), key=lambda item: item[1].dtype.itemsize, reverse=True):
        header[name] = {"dtype": kinds[str(tensor.dtype)], "shape": tensor.shape,
                        "data_offsets": [len(body), len(body) + tensor.nbytes]}
        body += tensor.tobytes()
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + body)


if __name__ == "__main__":
    os.makedirs(os.path.join(sys.argv[1], "pictures"), exist_ok=True)
    write_pictures(os.path.join(sys.argv[1], "pictures"))
    write_safetensors(os.path.join(sys.argv[1], "answers.safetensors"), answers(os.path.join(sys.argv[1], "pictures")))
