// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/open_dataset.h"

#include "core/data/cifar_dataset.h"
#include "core/data/data_kind.h"
#include "core/data/folder_dataset.h"
#include "core/data/idx_dataset.h"

#include <stdexcept>

namespace latticeq {

std::unique_ptr<Dataset> openDataset(
    const std::string& data, DataSplit split, const ImagePreparation& preparation, int64_t limit)
{
    const std::filesystem::path folder = dataFolder(data);
    switch (split == DataSplit::Test ? labelledDataKind(folder) : dataKind(folder)) {
    case DataKind::IdxSet: return readIdxDataset(folder, split, preparation, limit);
    case DataKind::CifarSet: return readCifarDataset(folder, split, preparation, limit);
    case DataKind::ClassFolders: return makeFolderDataset(folder, listClassFolders(folder), preparation);
    case DataKind::LabelledFolder: return makeFolderDataset(folder, listLabelledFolder(folder), preparation);
    case DataKind::UnlabelledFolder: return makeFolderDataset(folder, listUnlabelledFolder(folder), preparation);
    }
    throw std::invalid_argument("the folder " + folder.string() + " is of no kind of data set that can be read");
}

} // namespace latticeq
