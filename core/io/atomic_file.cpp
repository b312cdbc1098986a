// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomic_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <unistd.h>
#include <utility>

namespace latticeq {

namespace {

[[noreturn]] void throwWriteError(const std::filesystem::path& path, int error)
{
    throw std::runtime_error("cannot write " + path.string() + ": " + std::strerror(error));
}

/** A file under a temporary name that removes itself unless it was put in place. */
class TemporaryFile
{
public:
    explicit TemporaryFile(const std::filesystem::path& target)
        : m_target(target)
        , m_path(target.string() + ".tmp-" + std::to_string(::getpid()))
        , m_descriptor(::open(m_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644))
    {
        if (m_descriptor < 0)
            throwWriteError(target, errno);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        if (!m_placed)
            ::unlink(m_path.c_str());
    }

    void write(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR)
                throwWriteError(m_target, errno);
            if (written > 0)
                bytes.remove_prefix(static_cast<size_t>(written));
        }
    }

    void place()
    {
        const bool flushed = ::fsync(m_descriptor) == 0;
        const int flushError = errno;
        const bool closed = ::close(std::exchange(m_descriptor, -1)) == 0;
        if (!flushed || !closed)
            throwWriteError(m_target, flushed ? errno : flushError);
        if (::rename(m_path.c_str(), m_target.c_str()) != 0)
            throwWriteError(m_target, errno);
        m_placed = true;
    }

private:
    std::filesystem::path m_target;
    std::string m_path;
    int m_descriptor;
    bool m_placed = false;
};

} // namespace

void writeFileAtomically(const std::filesystem::path& path, std::string_view bytes)
{
    if (std::filesystem::is_directory(path))
        throw std::runtime_error("cannot write " + path.string() + ": it is a folder");
    TemporaryFile file(path);
    file.write(bytes);
    file.place();
}

void checkWritable(const std::filesystem::path& path)
{
    const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
    if (path.empty())
        throw std::invalid_argument("no file name to write to, expected a path");
    if (std::filesystem::is_directory(path))
        throw std::invalid_argument("cannot write " + path.string() + ": it is a folder");
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        throw std::invalid_argument("cannot write " + path.string() + ": " + std::strerror(errno));
}

std::string readFile(const std::filesystem::path& path)
{
    if (std::filesystem::is_directory(path))
        throw std::invalid_argument("cannot read " + path.string() + ": it is a folder, expected a file");
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        throw std::invalid_argument("cannot read " + path.string() + ": " + std::strerror(errno));
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    if (stream.bad())
        throw std::invalid_argument("cannot read " + path.string() + ": " + std::strerror(errno));
    return std::move(bytes).str();
}

} // namespace latticeq
