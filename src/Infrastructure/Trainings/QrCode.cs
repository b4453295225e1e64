using Pionir.Application.Common.Printing;
using QRCoder;

namespace Pionir.Infrastructure.Trainings;

internal sealed class QrCode : IQrCode
{
    /// <summary>The generator adds four light squares on each side; the page draws its own margin.</summary>
    private const int QuietZone = 4;

    public IReadOnlyList<string> Draw(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        return
        [
            .. rows.Skip(QuietZone)
                .Take(rows.Count - (2 * QuietZone))
                .Select(row =>
                    string.Concat(
                        row.Cast<bool>()
                            .Skip(QuietZone)
                            .Take(row.Count - (2 * QuietZone))
                            .Select(dark => dark ? '1' : '0')
                    )
                ),
        ];
    }
}
