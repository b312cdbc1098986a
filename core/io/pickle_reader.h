// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace latticeq {

struct PickleValue;
using PicklePointer = PickleValue*; // owned by the Pickle

struct PickleNone
{
};
struct PickleMark
{
};
/** A name that a pickle imports ("torch.FloatStorage"), one of the few that data needs. */
struct PickleGlobal
{
    const std::string* name; // lives as long as the program
};
/** What a pickle refers to outside itself: a tensor's storage. */
struct PicklePersistentId
{
    PicklePointer id;
};
/** The call of an allowed global, not carried out: whoever reads the tree makes of it what it stands for. */
struct PickleCall
{
    PickleGlobal function;
    PicklePointer arguments;
};
struct PickleList
{
    std::vector<PicklePointer> items; // of a list, a tuple or a set
};
struct PickleDict
{
    std::vector<std::pair<PicklePointer, PicklePointer>> items;
};

/** A node of an unpickled tree; texts point into the pickle's bytes. */
struct PickleValue
{
    std::variant<PickleNone, PickleMark, bool, int64_t, double, std::string_view, PickleGlobal, PicklePersistentId,
        PickleCall, PickleList, PickleDict>
        value;
};

/**
 * An unpickled tree; a value can be in it several times, even inside itself. The values stand side by side, so that a
 * deep tree takes no deep stack to destroy.
 */
struct Pickle
{
    std::deque<PickleValue> values;
    PicklePointer root = nullptr;
};

/**
 * Reads one pickle of containers, numbers, strings, booleans, None and calls of the few functions that rebuild
 * tensors and ordered dictionaries; `bytes` must outlive it. Nothing is executed; any other imported name is refused
 * by name with std::invalid_argument, and so is a pickle that ends early. Memory stays in proportion to the bytes.
 * `consumed`, if given, receives the bytes read. Messages lack their subject: "asks for os.system, …".
 */
Pickle readPickle(std::string_view bytes, size_t* consumed = nullptr);

} // namespace latticeq
