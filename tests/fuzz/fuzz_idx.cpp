// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx_dataset.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace {

/** A folder in memory where there is one, removed at the end. */
class Folder
{
public:
    Folder()
    {
        std::string name = (std::filesystem::exists("/dev/shm") ? "/dev/shm" : "/tmp") + std::string("/fuzz_idxXXXXXX");
        m_path = ::mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(m_path); }

    void write(const char* name, std::string_view bytes) const
    {
        std::ofstream(m_path / name, std::ios::binary) << bytes;
    }
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace

/** The first two bytes say where the labels' file ends and the images' begins. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    using namespace latticeq;
    static const Folder folder;
    if (size < 2)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
    const size_t split = std::min<size_t>(bytes.size(), data[0] | data[1] << 8);
    folder.write("t10k-labels-idx1-ubyte", bytes.substr(0, split));
    folder.write("t10k-images-idx3-ubyte", bytes.substr(split));
    try {
        const auto dataset = readIdxDataset(folder.path(), DataSplit::Test, ImagePreparation { { 0.5 }, { 0.5 } });
        dataset->batch({ 0, dataset->size() - 1 });
    } catch (const std::invalid_argument&) {
        return 0;
    }
    return 0;
}
