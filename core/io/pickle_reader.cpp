// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickle_reader.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <set>
#include <stdexcept>

namespace latticeq {

namespace {

const std::set<std::string>& allowedGlobals()
{
    static const std::set<std::string> names = [] {
        std::set<std::string> all { "collections.OrderedDict", "torch._utils._rebuild_tensor_v2",
            "torch._utils._rebuild_tensor", "torch._utils._rebuild_parameter", "torch.Size" };
        for (const char* type :
            { "Float", "Half", "BFloat16", "Double", "Long", "Int", "Short", "Char", "Byte", "Bool" })
            all.insert(std::string("torch.") + type + "Storage");
        return all;
    }();
    return names;
}

/** A stack machine for the opcodes of protocols 2 to 4 that build plain data. */
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
            if (!pushConstant(opcode) && !buildContainer(opcode) && !useMemo(opcode))
                throw std::invalid_argument(
                    "it holds the pickle opcode " + std::to_string(opcode) + ", which state dictionaries do not need");
        }
    }

    size_t position() const { return m_position; }

private:
    std::string_view take(size_t count)
    {
        if (count > m_bytes.size() - m_position)
            throw std::invalid_argument("its pickle ends early, at byte " + std::to_string(m_bytes.size()));
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

    std::string takeLine()
    {
        const size_t end = m_bytes.find('\n', m_position);
        if (end == std::string_view::npos)
            throw std::invalid_argument("its pickle ends inside a line");
        std::string line(m_bytes.substr(m_position, end - m_position));
        m_position = end + 1;
        return line;
    }

    int64_t takeLong()
    {
        const auto length = takeInteger<uint8_t>();
        const std::string_view digits = take(length);
        if (length > sizeof(int64_t))
            throw std::invalid_argument(
                "it holds a number of " + std::to_string(length) + " bytes, expected at most 8");
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
        m_stack.push_back(&m_pickle.values.emplace_back(PickleValue { std::move(value) }));
    }

    PicklePointer pop()
    {
        if (m_stack.empty())
            throw std::invalid_argument("its pickle takes from an empty stack");
        PicklePointer value = m_stack.back();
        m_stack.pop_back();
        return value;
    }

    template <typename Type> Type& top(const char* expected)
    {
        Type* value = m_stack.empty() ? nullptr : std::get_if<Type>(&m_stack.back()->value);
        if (!value)
            throw std::invalid_argument(std::string("its pickle expects ") + expected + " that is not there");
        return *value;
    }

    std::vector<PicklePointer> popToMark()
    {
        const auto mark = std::find_if(m_stack.rbegin(), m_stack.rend(),
            [](PicklePointer value) { return std::holds_alternative<PickleMark>(value->value); });
        if (mark == m_stack.rend())
            throw std::invalid_argument("its pickle has no mark where one is needed");
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

    std::string popString()
    {
        std::string text = top<std::string>("a string");
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
        case 0x8a: push(takeLong()); break;
        case 'G': push(takeBigEndianDouble()); break;
        case 'X': push(std::string(take(takeInteger<uint32_t>()))); break;
        case 0x8c: push(std::string(take(takeInteger<uint8_t>()))); break;
        case 'U': push(std::string(take(takeInteger<uint8_t>()))); break;
        case 'T': push(std::string(take(takeInteger<uint32_t>()))); break;
        case 'c': {
            std::string module = takeLine();
            pushGlobal(std::move(module), takeLine());
            break;
        }
        case 0x93: {
            std::string name = popString();
            pushGlobal(popString(), std::move(name));
            break;
        }
        default: return false;
        }
        return true;
    }

    void pushGlobal(std::string module, std::string name)
    {
        if (!allowedGlobals().contains(module + "." + name))
            throw std::invalid_argument("it wants to use " + module + "." + name + ", which is not needed for weights");
        push(PickleGlobal { std::move(module), std::move(name) });
    }

    bool buildContainer(unsigned char opcode)
    {
        switch (opcode) {
        case '}': push(PickleDict {}); break;
        case ']':
        case ')': push(PickleList {}); break;
        case 't':
        case 'l': push(PickleList { popToMark() }); break;
        case 0x85: push(PickleList { popCount(1) }); break;
        case 0x86: push(PickleList { popCount(2) }); break;
        case 0x87: push(PickleList { popCount(3) }); break;
        case 'a': append(popCount(1)); break;
        case 'e': append(popToMark()); break;
        case 's': setItems(popCount(2)); break;
        case 'u': setItems(popToMark()); break;
        case 'Q': push(PicklePersistentId { pop() }); break;
        case 'R': reduce(); break;
        case 'b': pop(); break; // BUILD: attributes such as an OrderedDict's _metadata hold no weights
        default: return false;
        }
        return true;
    }

    void append(std::vector<PicklePointer> items)
    {
        auto& list = top<PickleList>("a list").items;
        list.insert(list.end(), items.begin(), items.end());
    }

    void setItems(std::vector<PicklePointer> items)
    {
        if (items.size() % 2 != 0)
            throw std::invalid_argument("its pickle sets a key without a value");
        auto& dict = top<PickleDict>("a dictionary").items;
        for (size_t i = 0; i < items.size(); i += 2)
            dict.emplace_back(items[i], items[i + 1]);
    }

    void reduce()
    {
        PicklePointer arguments = pop();
        const PickleGlobal function = top<PickleGlobal>("a function");
        m_stack.pop_back();
        if (function.name == "OrderedDict")
            push(PickleDict {});
        else
            push(PickleCall { function, arguments });
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
            throw std::invalid_argument("its pickle remembers nothing");
        m_memo[key] = m_stack.back();
    }

    void recall(uint32_t key)
    {
        const auto found = m_memo.find(key);
        if (found == m_memo.end())
            throw std::invalid_argument("its pickle recalls what it never remembered");
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
