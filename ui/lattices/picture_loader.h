// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_layers.h"

#include <QObject>
#include <QThreadPool>

#include <array>

namespace latticeq::ui {

/**
 * Asks for pictures of two panels on one worker thread. Only the newest question of a panel is answered: an older one
 * that still waits is dropped, an older answer is thrown away.
 */
class PictureLoader : public QObject
{
    Q_OBJECT
public:
    using Layers = std::shared_ptr<const RunLayers>;
    using Picture = std::shared_ptr<const LatticePicture>;

    explicit PictureLoader(QObject* parent = nullptr);
    ~PictureLoader() override;

    /** Null `layers` are answered with no picture, at once. */
    void ask(int panel, const Layers& layers, const LatticeRequest& request);

signals:
    /** Null where there is no lattice (yet); `failure` is a sentence where the question was refused. */
    void answered(int panel, const std::shared_ptr<const LatticePicture>& picture, const QString& failure);

private:
    struct Question
    {
        Layers layers;
        LatticeRequest request;
    };
    struct Panel
    {
        int newest = 0; // number of the newest question
        bool busy = false;
        std::optional<Question> waiting;
    };
    void start(int panel, const Question& question);
    void finish(int panel, int number, const Picture& picture, const QString& failure);

    std::array<Panel, 2> m_panels;
    QThreadPool m_pool;
};

} // namespace latticeq::ui
