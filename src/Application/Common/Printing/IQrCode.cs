namespace Pionir.Application.Common.Printing;

/// <summary>A QR code as dark and light squares; who shows it draws them.</summary>
public interface IQrCode
{
    /// <returns>One text for each row: 1 is dark, 0 is light, the quiet zone left out.</returns>
    IReadOnlyList<string> Draw(string text);
}
