// SPDX-License-Identifier: GPL-3.0-or-later
//
// fuzz_x [-max_total_time=SECONDS] [-seed=N] FILE_OR_FOLDER… runs the files as they are, then mutations of them; what
// reaches new branches is mutated further. An input that crashes lies in crash-input afterwards; give it to run it again.
// It takes libFuzzer's place, since clang 14 cannot compile the headers of Debian's LibTorch as C++20.
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);
extern "C" void __sanitizer_set_death_callback(void (*callback)());

namespace {

using Bytes = std::vector<uint8_t>;

Bytes current;
uint8_t reached[1 << 18]; // by a pair of places in the code, one after the other
uintptr_t previous = 0;
size_t reachedCount = 0;

void saveCurrent()
{
    const int file = ::open("crash-input", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (file < 0 || ::write(file, current.data(), current.size()) < 0)
        std::perror("crash-input");
    ::close(file);
}

void onAbort(int)
{
    saveCurrent();
    std::_Exit(1);
}

/** Whether the input went where none went before. */
bool run(const Bytes& input)
{
    const size_t before = reachedCount;
    previous = 0;
    current = input;
    LLVMFuzzerTestOneInput(current.data(), current.size());
    return reachedCount > before;
}

Bytes readBytes(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(file), {});
}

/** Changes an input as damaged and malicious files are. */
class Mutator
{
public:
    Mutator(const std::vector<Bytes>& seeds, uint64_t seed)
        : m_seeds(seeds)
        , m_random(seed)
    {
    }

    Bytes next()
    {
        Bytes input = m_seeds[below(m_seeds.size())];
        for (size_t changes = 1 + below(8); changes > 0; --changes)
            change(input);
        return input;
    }

private:
    size_t below(size_t limit) { return limit == 0 ? 0 : m_random() % limit; }

    void change(Bytes& input)
    {
        switch (input.empty() ? 3 : below(7)) {
        case 0: input[below(input.size())] ^= static_cast<uint8_t>(1U << below(8)); break;
        case 1: input[below(input.size())] = static_cast<uint8_t>(m_random()); break;
        case 2: putNumber(input); break;
        case 3: input.insert(at(input), 1 + below(4), static_cast<uint8_t>(m_random())); break;
        case 4: erase(input); break;
        case 5: copyFrom(input, m_seeds[below(m_seeds.size())]); break;
        default: copyFrom(input, Bytes(input)); break;
        }
    }

    Bytes::iterator at(Bytes& input) { return input.begin() + static_cast<std::ptrdiff_t>(below(input.size() + 1)); }

    void putNumber(Bytes& input)
    {
        static constexpr uint64_t kNumbers[] = { 0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff,
            0x7fffffffffffffff, 0x8000000000000000, 0xffffffffffffffff };
        const uint64_t number = kNumbers[below(std::size(kNumbers))];
        const size_t position = below(input.size());
        std::memcpy(&input[position], &number, std::min(size_t(1) << below(4), input.size() - position));
    }

    void erase(Bytes& input)
    {
        const size_t first = below(input.size());
        const size_t count = below(4) == 0 ? input.size() - first : std::min(1 + below(16), input.size() - first);
        const auto begin = input.begin() + static_cast<std::ptrdiff_t>(first);
        input.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
    }

    void copyFrom(Bytes& input, const Bytes& source)
    {
        if (source.empty())
            return;
        const size_t first = below(source.size());
        const size_t count = std::min(1 + below(64), source.size() - first);
        const auto begin = source.begin() + static_cast<std::ptrdiff_t>(first);
        input.insert(at(input), begin, begin + static_cast<std::ptrdiff_t>(count));
    }

    const std::vector<Bytes>& m_seeds;
    std::mt19937_64 m_random;
};

} // namespace

/** Called by -fsanitize-coverage=trace-pc at every branch. */
extern "C" __attribute__((no_sanitize_coverage, no_sanitize("address", "undefined"))) void __sanitizer_cov_trace_pc()
{
    const auto place = reinterpret_cast<uintptr_t>(__builtin_return_address(0));
    uint8_t& mark = reached[(place ^ previous) % sizeof(reached)];
    reachedCount += mark == 0;
    mark = 1;
    previous = place << 1;
}

namespace {

struct Options
{
    double seconds = 10;
    uint64_t seed = 1;
    std::vector<Bytes> inputs;
};

Options readOptions(int argc, char** argv)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        const std::string value = argument.substr(argument.find('=') + 1);
        if (argument.starts_with("-max_total_time="))
            options.seconds = std::stod(value);
        else if (argument.starts_with("-seed="))
            options.seed = std::stoull(value);
        else if (!std::filesystem::is_directory(argument))
            options.inputs.push_back(readBytes(argument));
        else
            for (const auto& entry : std::filesystem::directory_iterator(argument))
                options.inputs.push_back(readBytes(entry.path()));
    }
    options.inputs.emplace_back();
    return options;
}

} // namespace

int main(int argc, char** argv)
{
    Options options = readOptions(argc, argv);
    std::signal(SIGABRT, onAbort);
    __sanitizer_set_death_callback(saveCurrent);
    for (const Bytes& input : options.inputs)
        run(input);
    const size_t given = options.inputs.size();
    Mutator mutator(options.inputs, options.seed);
    size_t executions = 0;
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::duration<double>(options.seconds);
    for (; Clock::now() < end; ++executions) {
        const Bytes input = mutator.next();
        if (run(input))
            options.inputs.push_back(input);
    }
    std::printf("%zu executions in %.0f s, %zu inputs found new branches, no finding\n", executions, options.seconds,
        options.inputs.size() - given);
    return 0;
}
