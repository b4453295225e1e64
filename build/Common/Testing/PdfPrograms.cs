namespace Pionir.Build.Testing;

/// <summary>Other people's readers, which must call our papers and signatures right; on Debian installed when missing.</summary>
public static class PdfPrograms
{
    private static readonly (string Program, string Package)[] Wanted =
    [
        ("pdfsig", "poppler-utils"),
        ("qpdf", "qpdf"),
        ("zbarimg", "zbar-tools"),
    ];

    public static async Task EnsureAsync(CancellationToken cancellationToken)
    {
        foreach (var (program, package) in Wanted)
        {
            if (Shell.Find(program) is null)
            {
                await Debian.InstallAsync(package, cancellationToken);
            }
            if (Shell.Find(program) is null)
            {
                throw new BuildException($"The tests of papers need {program}.", $"Install {package}.");
            }
        }
    }
}
