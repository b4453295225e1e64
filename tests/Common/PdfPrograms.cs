using System.Diagnostics;

namespace Pionir.Tests.Common;

/// <summary>Other people's programs that read a PDF and say what they think of it.</summary>
public static class PdfPrograms
{
    public static Task<string> PdfsigAsync(byte[] file) => RunAsync("pdfsig", "poppler-utils", file, "-nocert");

    public static Task<string> PdfinfoAsync(byte[] file) => RunAsync("pdfinfo", "poppler-utils", file);

    public static Task<string> PdffontsAsync(byte[] file) => RunAsync("pdffonts", "poppler-utils", file);

    public static Task<string> QpdfAsync(byte[] file) => RunAsync("qpdf", "qpdf", file, "--check");

    public static Task<string> PdftotextAsync(byte[] file) =>
        RunAsync("pdftotext", "poppler-utils", file, ["-layout"], ["-"]);

    public static Task<string> RunAsync(string program, string package, byte[] file, params string[] options) =>
        RunAsync(program, package, file, options, []);

    private static async Task<string> RunAsync(
        string program,
        string package,
        byte[] file,
        string[] options,
        string[] after
    )
    {
        var path = Path.Combine(Path.GetTempPath(), $"pionir-{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(path, file, CancellationToken.None);
        try
        {
            var start = new ProcessStartInfo(program, [.. options, path, .. after])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Start(start, package);
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var told = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
            return told + await errors;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Process Start(ProcessStartInfo start, string package)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException($"These tests need {start.FileName}: install {package}.");
        }
    }
}
