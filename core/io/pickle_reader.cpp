// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickle_reader.h"

#include "core/io/printable_text.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <set>
#include <stdexcept>

namespace latticeq {

namespace {

constexpr size_t kMostValues = 10'000'000; // a thousand times what the largest networks need

const std::set<std::string, std::less<>>& allowedGlobals()
{
    static const std::set<std::string, std::less<>> names = [] {
        std::set<std::string, std::less<>> all { "collections.OrderedDict", "torch._utils._rebuild_tensor_v2",
            "torch._utils._rebuild_tensor", "torch._utils._rebuild_parameter",
            "torch._utils._rebuild_parameter_with_state", "torch.Size", "builtins.set", "__builtin__.set",
            "builtins.frozenset", "__builtin__.frozenset" };
        for (const char* type :
            { "Float", "Half", "BFloat16", "Double", "Long", "Int", "Short", "Char", "Byte", "Bool" })
            all.insert(std::string("torch.") + type + "Storage");
        return all;
    }();
    return names;
}

/** A stack machine for the opcodes of protocols 2 to 5 that build plain data. */
class Unpickler
{
public:
    explicit Unpickler(std::string_view bytes)
        : m_bytes(bytes)
    {
    }

    Pickle run()
    {
        while (true) {
            const auto opcode = static_cast<unsigned char>(take(1)[0]);
            if (opcode == '.') {
                m_pickle.root = pop();
                return std::move(m_pickle);
            }
            if (!pushConstant(opcode) && !useGlobal(opcode) && !buildContainer(opcode) && !useMemo(opcode)) {
                throw std::invalid_argument(
                    "has a pickle with the opcode " + std::to_string(opcode) + ", which data does not need");
            }
        }
    }

    size_t position() const { return m_position; }

private:
    std::string_view take(uint64_t count)
    {
        if (count > m_bytes.size() - m_position)
            throw std::invalid_argument("has a pickle that ends early, at byte " + std::to_string(m_bytes.size()));
        const std::string_view part = m_bytes.substr(m_position, count);
        m_position += count;
        return part;
    }

    template <typename Integer> Integer takeInteger()
    {
        Integer value;
        std::memcpy(&value, take(sizeof(Integer)).data(), sizeof(Integer));
        return value;
    }

    std::string_view takeLine()
    {
        const size_t end = m_bytes.find('\n', m_position);
        if (end == std::string_view::npos)
            throw std::invalid_argument("has a pickle that ends inside a line");
        const std::string_view line = m_bytes.substr(m_position, end - m_position);
        m_position = end + 1;
        return line;
    }

    int64_t takeLong(uint32_t length)
    {
        if (length > sizeof(int64_t)) {
            throw std::invalid_argument(
                "has a pickle with an integer of " + std::to_string(length) + " bytes, expected at most 8");
        }
        const std::string_view digits = take(length);
        uint64_t value = length > 0 && static_cast<signed char>(digits[length - 1]) < 0 ? ~uint64_t(0) : 0;
        std::memcpy(&value, digits.data(), length);
        return static_cast<int64_t>(value);
    }

    double takeBigEndianDouble()
    {
        uint64_t bits = 0;
        for (const char byte : take(sizeof(bits)))
            bits = bits << 8 | static_cast<unsigned char>(byte);
        return std::bit_cast<double>(bits);
    }

    template <typename Value> void push(Value value)
    {
        if (m_pickle.values.size() == kMostValues)
            throw std::invalid_argument("has a pickle of more than 10 million values, which no network needs");
        m_stack.push_back(&m_pickle.values.emplace_back(PickleValue { std::move(value) }));
    }

    PicklePointer pop()
    {
        if (m_stack.empty())
            throw std::invalid_argument("has a pickle that takes from an empty stack");
        PicklePointer value = m_stack.back();
        m_stack.pop_back();
        return value;
    }

    template <typename Type> Type& top(const char* expected)
    {
        Type* value = m_stack.empty() ? nullptr : std::get_if<Type>(&m_stack.back()->value);
        if (!value)
            throw std::invalid_argument(std::string("has a pickle that needs ") + expected + " where there is none");
        return *value;
    }

    std::vector<PicklePointer> popToMark()
    {
        const auto mark = std::find_if(m_stack.rbegin(), m_stack.rend(),
            [](PicklePointer value) { return std::holds_alternative<PickleMark>(value->value); });
        if (mark == m_stack.rend())
            throw std::invalid_argument("has a pickle without a mark where one is needed");
        const auto first = mark.base();
        std::vector<PicklePointer> items(first, m_stack.end());
        m_stack.erase(first - 1, m_stack.end());
        return items;
    }

    std::vector<PicklePointer> popCount(size_t count)
    {
        std::vector<PicklePointer> items(count);
        for (size_t i = count; i > 0; --i)
            items[i - 1] = pop();
        return items;
    }

    std::string_view popString()
    {
        const std::string_view text = top<std::string_view>("a string");
        m_stack.pop_back();
        return text;
    }

    bool pushConstant(unsigned char opcode)
    {
        switch (opcode) {
        case 0x80: take(1); break; // PROTO
        case 0x95: take(8); break; // FRAME
        case '(': push(PickleMark {}); break;
        case 'N': push(PickleNone {}); break;
        case 0x88: push(true); break;
        case 0x89: push(false); break;
        case 'J': push(int64_t(takeInteger<int32_t>())); break;
        case 'K': push(int64_t(takeInteger<uint8_t>())); break;
        case 'M': push(int64_t(takeInteger<uint16_t>())); break;
        case 0x8a: push(takeLong(takeInteger<uint8_t>())); break;
        case 0x8b: push(takeLong(takeInteger<uint32_t>())); break;
        case 'G': push(takeBigEndianDouble()); break;
        default: return pushText(opcode);
        }
        return true;
    }

    /** Texts and bytes with their length before them. */
    bool pushText(unsigned char opcode)
    {
        switch (opcode) {
        case 'U':
        case 'C':
        case 0x8c: push(take(takeInteger<uint8_t>())); break;
        case 'T':
        case 'B':
        case 'X': push(take(takeInteger<uint32_t>())); break;
        case 0x8d:
        case 0x8e:
        case 0x96: push(take(takeInteger<uint64_t>())); break;
        default: return false;
        }
        return true;
    }

    /** Names and what is made with them; nothing is imported or called. */
    bool useGlobal(unsigned char opcode)
    {
        switch (opcode) {
        case 'c': {
            const std::string_view module = takeLine();
            push(allowed(module, takeLine()));
            break;
        }
        case 'i': {
            const std::string_view module = takeLine();
            const PickleGlobal function = allowed(module, takeLine());
            push(PickleList { popToMark() });
            call(function, pop());
            break;
        }
        case 0x93: {
            const std::string_view name = popString();
            push(allowed(popString(), name));
            break;
        }
        case 'R':
        case 0x81: { // REDUCE, NEWOBJ
            PicklePointer arguments = pop();
            const PickleGlobal function = top<PickleGlobal>("a function");
            pop();
            call(function, arguments);
            break;
        }
        case 'Q': push(PicklePersistentId { pop() }); break;
        case 'b': pop(); break; // BUILD: attributes such as an OrderedDict's _metadata hold no weights
        default: return false;
        }
        return true;
    }

    static PickleGlobal allowed(std::string_view module, std::string_view name)
    {
        const std::string full = std::string(module) + "." + std::string(name);
        const auto found = allowedGlobals().find(full);
        if (found == allowedGlobals().end())
            throw std::invalid_argument("asks for " + printableText(full) + ", which is not data; nothing was run");
        return { &*found };
    }

    void call(PickleGlobal function, PicklePointer arguments)
    {
        if (*function.name == "collections.OrderedDict")
            push(PickleDict {});
        else
            push(PickleCall { function, arguments });
    }

    bool buildContainer(unsigned char opcode)
    {
        switch (opcode) {
        case '}': push(PickleDict {}); break;
        case ']':
        case ')':
        case 0x8f: push(PickleList {}); break;
        case 't':
        case 'l':
        case 0x91: push(PickleList { popToMark() }); break;
        case 'd': {
            std::vector<PicklePointer> items = popToMark();
            push(PickleDict {});
            setItems(items);
            break;
        }
        case 0x85: push(PickleList { popCount(1) }); break;
        case 0x86: push(PickleList { popCount(2) }); break;
        case 0x87: push(PickleList { popCount(3) }); break;
        case 'a': append(popCount(1)); break;
        case 'e':
        case 0x90: append(popToMark()); break;
        case 's': setItems(popCount(2)); break;
        case 'u': setItems(popToMark()); break;
        case '0': pop(); break;
        case '1': popToMark(); break;
        default: return false;
        }
        return true;
    }

    void append(const std::vector<PicklePointer>& items)
    {
        auto& list = top<PickleList>("a list").items;
        list.insert(list.end(), items.begin(), items.end());
    }

    void setItems(const std::vector<PicklePointer>& items)
    {
        if (items.size() % 2 != 0)
            throw std::invalid_argument("has a pickle that sets a key without a value");
        auto& dict = top<PickleDict>("a dictionary").items;
        for (size_t i = 0; i < items.size(); i += 2)
            dict.emplace_back(items[i], items[i + 1]);
    }

    bool useMemo(unsigned char opcode)
    {
        switch (opcode) {
        case 'q': remember(takeInteger<uint8_t>()); break;
        case 'r': remember(takeInteger<uint32_t>()); break;
        case 0x94: remember(static_cast<uint32_t>(m_memo.size())); break;
        case 'h': recall(takeInteger<uint8_t>()); break;
        case 'j': recall(takeInteger<uint32_t>()); break;
        default: return false;
        }
        return true;
    }

    void remember(uint32_t key)
    {
        if (m_stack.empty())
            throw std::invalid_argument("has a pickle that remembers nothing");
        m_memo[key] = m_stack.back();
    }

    void recall(uint32_t key)
    {
        const auto found = m_memo.find(key);
        if (found == m_memo.end())
            throw std::invalid_argument("has a pickle that recalls what it never remembered");
        m_stack.push_back(found->second);
    }

    std::string_view m_bytes;
    size_t m_position = 0;
    Pickle m_pickle;
    std::vector<PicklePointer> m_stack;
    std::map<uint32_t, PicklePointer> m_memo;
};

} // namespace

Pickle readPickle(std::string_view bytes, size_t* consumed)
{
    Unpickler unpickler(bytes);
    Pickle pickle = unpickler.run();
    if (consumed)
        *consumed = unpickler.position();
    return pickle;
}

} // namespace latticeq
