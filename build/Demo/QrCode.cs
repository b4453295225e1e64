namespace Pionir.Build.Demo;

/// <summary>Reads the QR code off a printed page with programs that know nothing of this product.</summary>
internal static class QrCode
{
    public static async Task<string> ReadAsync(byte[] pdf, string folder, CancellationToken stop)
    {
        var print = await RequireAsync("pdftoppm", "poppler-utils", stop);
        var scan = await RequireAsync("zbarimg", "zbar-tools", stop);
        var file = Path.Combine(folder, "certificate.pdf");
        var picture = Path.Combine(folder, "certificate");
        await File.WriteAllBytesAsync(file, pdf, stop);
        string[] firstPage = ["-png", "-r", "150", "-f", "1", "-singlefile", file, picture];
        await Shell.RunAsync("Printing a certificate", print, firstPage, stop);
        var outcome = await Shell.TryRunAsync(scan, ["--quiet", "--raw", $"{picture}.png"], stop);
        return outcome.Output.Split('\n').FirstOrDefault(line => line.StartsWith("http", StringComparison.Ordinal))
            ?? throw new BuildException("There is no readable QR code on a certificate.");
    }

    private static async Task<string> RequireAsync(string program, string package, CancellationToken stop)
    {
        if (Shell.Find(program) is null)
        {
            await Debian.InstallAsync(package, stop);
        }
        return Shell.Find(program)
            ?? throw new BuildException(
                $"{program} is missing, which reads the QR code.",
                $"Debian: apt-get install {package}"
            );
    }
}
