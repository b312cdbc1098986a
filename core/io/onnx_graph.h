// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>
#include <onnx/onnx_pb.h>

#include <initializer_list>
#include <string>
#include <vector>

namespace latticeq {

/** A graph of ONNX under construction: nodes whose values are known by name, and their constants. */
class OnnxGraph
{
public:
    using Names = std::vector<std::string>;

    explicit OnnxGraph(onnx::GraphProto& graph);

    /** Begins the nodes of one node of the network: values and nodes are named after it. */
    void begin(const std::string& name);

    /** Appends a node with one output and returns the output's name; attributes go into the node, see lastNode(). */
    std::string put(const char* type, const Names& inputs);

    void set(const char* attribute, int64_t value);
    void set(const char* attribute, double value);
    void set(const char* attribute, const std::vector<int64_t>& values);

    /** A constant under a name of its own; one that is there already is kept. */
    std::string constant(const std::string& name, const at::Tensor& value);
    /** A constant that only this node needs. */
    std::string constant(const at::Tensor& value);
    std::string number(double value);
    std::string integers(const std::vector<int64_t>& values);

    /** Gives the value that the last node put out another name. */
    void renameLast(const std::string& name);

private:
    std::string freeName();

    onnx::GraphProto& m_graph;
    std::string m_name;
    int m_count = 0;
};

} // namespace latticeq
