// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <map>

class QDockWidget;
class QMainWindow;

namespace latticeq::ui {

/** The side views, each in a dock. */
enum class SideView { Settings, Convergence, Distribution, TradeOff, Accuracy, Layers, Runs, Log };

/** Makes the docks, places them by the default layout, and restores a stored one where it fits the screens. */
class WindowLayout : public QObject
{
    Q_OBJECT
public:
    explicit WindowLayout(QMainWindow& window);

    QDockWidget* add(SideView view, QWidget* content);
    QDockWidget* dock(SideView view) const { return m_docks.at(view); }
    void retranslate();

    /** The layout as designed, by the window's width. */
    void applyDefaults();
    /** Takes the stored layout; false where there is none or it does not fit: then the defaults apply. */
    void restore();
    void save() const;
    /** Sizes count only in a window that is shown: gives a default layout its sizes, and checks a restored one. */
    void resizeAfterShow();
    /** Shows a side view, on top of its tabs, and gives it the focus. */
    void raise(SideView view);
    /** Hides all side views, or shows those that were there before. */
    void setStageAlone(bool alone);
    bool stageAlone() const { return m_stageAlone; }

signals:
    void stageAloneChanged(bool alone);

private:
    void resizeDefaults();
    bool fits() const;

    QMainWindow& m_window;
    std::map<SideView, QDockWidget*> m_docks;
    bool m_stageAlone = false;
    bool m_isDefault = true;
    QByteArray m_stateBefore;
};

/** "Convergence": a side view's title. */
QString sideViewTitle(SideView view);

} // namespace latticeq::ui
