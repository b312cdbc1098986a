// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/families.h"
#include "core/graph/families/inception_parts.h"

namespace latticeq {

namespace {

/** One convolution of a branch. */
struct Step
{
    const char* name;
    int64_t outputs;
    Convolution form;
};

/** A kernel of `height` × `width`, padded so that the image keeps its size. */
Convolution oblong(int64_t height, int64_t width)
{
    Convolution form;
    form.kernel = { height, width };
    form.padding = { height / 2, width / 2 };
    return form;
}

/** A module's branches, which all begin at its input and end in one concatenation. */
class Module
{
public:
    Module(NetworkBuilder& builder, const char* name)
        : m_builder(builder)
        , m_name(name)
        , m_input(builder.here())
    {
        m_builder.enterBlock(m_name);
    }

    Place follow(const std::vector<Step>& steps, const Place& from)
    {
        m_builder.goTo(from);
        for (const Step& step : steps)
            addBasicConvolution(m_builder, m_name + "." + step.name, step.outputs, step.form);
        return m_builder.here();
    }

    void branch(const std::vector<Step>& steps) { m_ends.push_back(follow(steps, m_input)); }

    /** A branch that ends in two convolutions side by side. */
    void forkedBranch(const std::string& name, const std::vector<Step>& trunk, const Step& left, const Step& right)
    {
        const Place fork = follow(trunk, m_input);
        const Place leftEnd = follow({ left }, fork);
        const Place rightEnd = follow({ right }, fork);
        m_builder.concatenate(m_name + "." + name + ".concatenate", { leftEnd, rightEnd });
        m_ends.push_back(m_builder.here());
    }

    void pooledBranch(int64_t outputs)
    {
        m_builder.goTo(m_input);
        m_builder.append(m_name + ".avgpool", AveragePool { { 3, 3 }, { 1, 1 }, { 1, 1 } });
        m_ends.push_back(addBasicConvolution(m_builder, m_name + ".branch_pool", outputs, square(1)));
    }

    void maxPooledBranch()
    {
        m_builder.goTo(m_input);
        m_builder.append(m_name + ".maxpool", maxPool(3, 2));
        m_ends.push_back(m_builder.here());
    }

    void finish()
    {
        m_builder.concatenate(m_name + ".concatenate", m_ends);
        m_builder.leaveBlock();
    }

private:
    NetworkBuilder& m_builder;
    std::string m_name;
    Place m_input;
    std::vector<Place> m_ends;
};

void addA(NetworkBuilder& builder, const char* name, int64_t pooled)
{
    Module module(builder, name);
    module.branch({ { "branch1x1", 64, square(1) } });
    module.branch({ { "branch5x5_1", 48, square(1) }, { "branch5x5_2", 64, square(5) } });
    module.branch({ { "branch3x3dbl_1", 64, square(1) }, { "branch3x3dbl_2", 96, square(3) },
        { "branch3x3dbl_3", 96, square(3) } });
    module.pooledBranch(pooled);
    module.finish();
}

void addB(NetworkBuilder& builder, const char* name)
{
    Module module(builder, name);
    module.branch({ { "branch3x3", 384, unpadded(3, 2) } });
    module.branch({ { "branch3x3dbl_1", 64, square(1) }, { "branch3x3dbl_2", 96, square(3) },
        { "branch3x3dbl_3", 96, unpadded(3, 2) } });
    module.maxPooledBranch();
    module.finish();
}

void addC(NetworkBuilder& builder, const char* name, int64_t width)
{
    Module module(builder, name);
    module.branch({ { "branch1x1", 192, square(1) } });
    module.branch({ { "branch7x7_1", width, square(1) }, { "branch7x7_2", width, oblong(1, 7) },
        { "branch7x7_3", 192, oblong(7, 1) } });
    module.branch({ { "branch7x7dbl_1", width, square(1) }, { "branch7x7dbl_2", width, oblong(7, 1) },
        { "branch7x7dbl_3", width, oblong(1, 7) }, { "branch7x7dbl_4", width, oblong(7, 1) },
        { "branch7x7dbl_5", 192, oblong(1, 7) } });
    module.pooledBranch(192);
    module.finish();
}

void addD(NetworkBuilder& builder, const char* name)
{
    Module module(builder, name);
    module.branch({ { "branch3x3_1", 192, square(1) }, { "branch3x3_2", 320, unpadded(3, 2) } });
    module.branch({ { "branch7x7x3_1", 192, square(1) }, { "branch7x7x3_2", 192, oblong(1, 7) },
        { "branch7x7x3_3", 192, oblong(7, 1) }, { "branch7x7x3_4", 192, unpadded(3, 2) } });
    module.maxPooledBranch();
    module.finish();
}

void addE(NetworkBuilder& builder, const char* name)
{
    Module module(builder, name);
    module.branch({ { "branch1x1", 320, square(1) } });
    module.forkedBranch("branch3x3", { { "branch3x3_1", 384, square(1) } }, { "branch3x3_2a", 384, oblong(1, 3) },
        { "branch3x3_2b", 384, oblong(3, 1) });
    module.forkedBranch("branch3x3dbl", { { "branch3x3dbl_1", 448, square(1) }, { "branch3x3dbl_2", 384, square(3) } },
        { "branch3x3dbl_3a", 384, oblong(1, 3) }, { "branch3x3dbl_3b", 384, oblong(3, 1) });
    module.pooledBranch(192);
    module.finish();
}

void addStem(NetworkBuilder& builder)
{
    addBasicConvolution(builder, "Conv2d_1a_3x3", 32, unpadded(3, 2));
    addBasicConvolution(builder, "Conv2d_2a_3x3", 32, unpadded(3));
    addBasicConvolution(builder, "Conv2d_2b_3x3", 64, square(3));
    builder.append("maxpool1", maxPool(3, 2));
    addBasicConvolution(builder, "Conv2d_3b_1x1", 80, square(1));
    addBasicConvolution(builder, "Conv2d_4a_3x3", 192, unpadded(3));
    builder.append("maxpool2", maxPool(3, 2));
}

/** The head on the middle of the network, used in training alone. */
Network auxiliaryHead(int64_t classes)
{
    NetworkBuilder builder("AuxLogits", 768);
    builder.setBatchNorm(kInceptionEpsilon, 0.1);
    addBasicConvolution(builder, "AuxLogits.conv0", 128, square(1));
    addBasicConvolution(builder, "AuxLogits.conv1", 768, unpadded(5));
    builder.addLinear("AuxLogits.fc", classes);
    return builder.finish();
}

} // namespace

Network buildFamily(const ModelInfo& info, const InceptionV3Architecture&)
{
    NetworkBuilder builder(info);
    builder.setBatchNorm(kInceptionEpsilon, 0.1);
    addStem(builder);
    addA(builder, "Mixed_5b", 32);
    addA(builder, "Mixed_5c", 64);
    addA(builder, "Mixed_5d", 64);
    addB(builder, "Mixed_6a");
    addC(builder, "Mixed_6b", 128);
    addC(builder, "Mixed_6c", 160);
    addC(builder, "Mixed_6d", 160);
    addC(builder, "Mixed_6e", 192);
    addD(builder, "Mixed_7a");
    addE(builder, "Mixed_7b");
    addE(builder, "Mixed_7c");
    builder.poolGlobally();
    builder.addLinear("fc", info.classes);
    builder.accept(auxiliaryHead(info.classes));
    return builder.finish();
}

} // namespace latticeq
