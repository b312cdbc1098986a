// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bytes are an archive where they begin as one; otherwise the body of a forward() over images `x` and a convolution
// `c`.
#include "core/graph/forward.h"
#include "core/graph/script/script_import.h"
#include "core/io/network_json.h"

#include <ATen/ATen.h>
#include <torch/csrc/jit/api/module.h>

#include <sstream>
#include <stdexcept>

namespace {

std::string moduleOf(const std::string& body)
{
    torch::jit::Module module("m");
    torch::jit::Module convolution("c");
    convolution.register_parameter("weight", at::ones({ 4, 3, 3, 3 }), false);
    module.register_module("c", convolution);
    module.define("def forward(self, x):\n" + body);
    std::ostringstream stream;
    module.save(stream);
    return stream.str();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    using namespace latticeq;
    const std::string input(reinterpret_cast<const char*>(data), size);
    std::string archive = input;
    if (!input.starts_with("PK")) {
        try {
            archive = moduleOf(input);
        } catch (const std::exception&) { // LibTorch's parser
            return 0;
        }
    }
    try {
        const ImportedNetwork imported = importScript(archive, "fuzz", { 3, 8, 8 });
        networkFromJson(networkToJson(imported.network), "fuzz", programOf(imported.network));
        forward(imported.network, at::ones({ 2, 3, 8, 8 }));
    } catch (const std::invalid_argument&) {
        return 0;
    }
    return 0;
}
