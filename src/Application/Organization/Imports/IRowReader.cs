using Pionir.Application.Common.Spreadsheets;

namespace Pionir.Application.Organization.Imports;

internal interface IRowReader
{
    StagedRow Read(SpreadsheetRow row);
}
