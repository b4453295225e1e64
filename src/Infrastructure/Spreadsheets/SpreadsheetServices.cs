using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Infrastructure.Common;

namespace Pionir.Infrastructure.Spreadsheets;

public sealed class SpreadsheetServices : IServiceModule
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        // Windows-1252: what older Excel writes into a CSV, and what ExcelDataReader asks for when it starts.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        services.AddSingleton<ISpreadsheetReader, SpreadsheetReader>();
        services.AddSingleton<ISpreadsheetWriter, SpreadsheetWriter>();
    }
}
