// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx_graph.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <stdexcept>

namespace latticeq {

namespace {

onnx::TensorProto_DataType typeOf(const at::Tensor& value)
{
    switch (value.scalar_type()) {
    case at::kFloat: return onnx::TensorProto_DataType_FLOAT;
    case at::kLong: return onnx::TensorProto_DataType_INT64;
    case at::kByte: return onnx::TensorProto_DataType_UINT8;
    default: throw std::invalid_argument("a constant of ONNX is of another type, expected float32, int64 or uint8");
    }
}

} // namespace

OnnxGraph::OnnxGraph(onnx::GraphProto& graph)
    : m_graph(graph)
{
}

void OnnxGraph::begin(const std::string& name)
{
    m_name = name;
    m_count = 0;
}

std::string OnnxGraph::freeName()
{
    return m_name + "/" + std::to_string(m_count++);
}

std::string OnnxGraph::put(const char* type, const Names& inputs)
{
    onnx::NodeProto& node = *m_graph.add_node();
    node.set_op_type(type);
    node.set_name(freeName());
    for (const std::string& input : inputs)
        node.add_input(input);
    node.add_output(node.name());
    return node.name();
}

void OnnxGraph::set(const char* attribute, int64_t value)
{
    onnx::AttributeProto& added = *m_graph.mutable_node()->rbegin()->add_attribute();
    added.set_name(attribute);
    added.set_type(onnx::AttributeProto_AttributeType_INT);
    added.set_i(value);
}

void OnnxGraph::set(const char* attribute, double value)
{
    onnx::AttributeProto& added = *m_graph.mutable_node()->rbegin()->add_attribute();
    added.set_name(attribute);
    added.set_type(onnx::AttributeProto_AttributeType_FLOAT);
    added.set_f(static_cast<float>(value));
}

void OnnxGraph::set(const char* attribute, const std::vector<int64_t>& values)
{
    onnx::AttributeProto& added = *m_graph.mutable_node()->rbegin()->add_attribute();
    added.set_name(attribute);
    added.set_type(onnx::AttributeProto_AttributeType_INTS);
    for (const int64_t value : values)
        added.add_ints(value);
}

std::string OnnxGraph::constant(const std::string& name, const at::Tensor& value)
{
    const bool known = std::any_of(m_graph.initializer().begin(), m_graph.initializer().end(),
        [&](const onnx::TensorProto& tensor) { return tensor.name() == name; });
    if (known)
        return name;
    const at::Tensor dense = value.contiguous();
    onnx::TensorProto& tensor = *m_graph.add_initializer();
    tensor.set_name(name);
    tensor.set_data_type(typeOf(dense));
    for (const int64_t size : dense.sizes())
        tensor.add_dims(size);
    tensor.set_raw_data(dense.data_ptr(), dense.nbytes());
    return name;
}

std::string OnnxGraph::constant(const at::Tensor& value)
{
    return constant(freeName(), value);
}

std::string OnnxGraph::number(double value)
{
    return constant(at::scalar_tensor(value, at::kFloat));
}

std::string OnnxGraph::integers(const std::vector<int64_t>& values)
{
    return constant(at::tensor(values, at::kLong));
}

void OnnxGraph::renameLast(const std::string& name)
{
    m_graph.mutable_node()->rbegin()->set_output(0, name);
}

} // namespace latticeq
