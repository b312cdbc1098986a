// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/image_flags.h"

#include "app/latticeq/commands.h"

namespace latticeq {

void addImageFlags(CLI::App& command, ImageSettings& images)
{
    command.add_option(bothSpellings("image_size"), images.size,
        "Height and width in pixels that the network sees; 0: the network's own");
    command.add_option(bothSpellings("resize_size"), images.resizeSize,
        "Shorter side to which images are resized before the crop; 0: the network's own");
    command.add_option(bothSpellings("image_mean"), images.mean, "Mean of each channel, such as 0.485,0.456,0.406")
        ->delimiter(',');
    command.add_option(bothSpellings("image_deviation"), images.deviation, "Standard deviation of each channel")
        ->delimiter(',');
}

} // namespace latticeq
