using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pionir.Application.Common.Spreadsheets;
using Pionir.Domain.Common;
using Pionir.Infrastructure.Spreadsheets;

namespace Pionir.Application.Tests.Spreadsheets;

/// <summary>Reads and makes files for the tests beside.</summary>
internal static class Sheets
{
    private static readonly ServiceProvider Services = Build();

    public static ISpreadsheetReader Reader => Services.GetRequiredService<ISpreadsheetReader>();
    public static ISpreadsheetWriter Writer => Services.GetRequiredService<ISpreadsheetWriter>();

    public static Result<IReadOnlyList<SpreadsheetRow>> Read(byte[] content, int maximumRows = 100)
    {
        var sheet = Reader.Open(new MemoryStream(content), new SpreadsheetRules(["name", "number"], maximumRows));
        if (!sheet.IsSuccess)
        {
            return Result<IReadOnlyList<SpreadsheetRow>>.Failure(sheet.Errors);
        }
        using (sheet.Value)
        {
            return sheet.Value.ReadAll();
        }
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static async Task<byte[]> WriteAsync(SpreadsheetFormat format, params IReadOnlyList<object?>[] rows)
    {
        using var file = new MemoryStream();
        var content = new SheetContent("Pegawai/2026", ["Daftar"], ["name", "number", "day", "seen"], rows);
        await Writer.WriteAsync(file, format, content, CancellationToken.None);
        return file.ToArray();
    }

    private static ServiceProvider Build()
    {
        var services = new ServiceCollection();
        SpreadsheetServices.Add(services, new ConfigurationBuilder().Build());
        return services.BuildServiceProvider();
    }
}
