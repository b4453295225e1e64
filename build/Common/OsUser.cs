using System.Security.Cryptography;
using System.Text;

namespace Pionir.Build;

/// <summary>
/// The account PostgreSQL runs as. It refuses to run as root, so a root session lends it to <c>postgres</c>
/// or <c>nobody</c>; everybody else runs it as themselves.
/// </summary>
public sealed record OsUser(string? Name, string? Id, string? Group)
{
    public static OsUser ForPostgres()
    {
        if (!Shell.IsRoot)
        {
            return new OsUser(null, null, null);
        }
        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).ToDictionary(parts => parts[0]);
        var account =
            accounts.GetValueOrDefault("postgres")
            ?? accounts.GetValueOrDefault("nobody")
            ?? throw new BuildException(
                "PostgreSQL refuses to run as root and there is neither a postgres nor a nobody account.",
                "Make one (useradd --system postgres), or run this as an ordinary user."
            );
        return new OsUser(account[0], account[2], account[3]);
    }

    /// <summary>Of the machine, readable by whoever runs the server.</summary>
    public static string SharedFolder =>
        Shell.IsRoot
            ? "/var/lib/pionir"
            : Path.Combine(
                Environment.GetFolderPath(
                    Environment.SpecialFolder.LocalApplicationData,
                    Environment.SpecialFolderOption.Create
                ),
                "pionir"
            );

    /// <summary>
    /// The wanted folder if the account can get there; else one of its own under /var/lib, the same one every time.
    /// A clone in root's home is the usual case: nobody else may enter it.
    /// </summary>
    public string Reachable(string wanted)
    {
        if (Id is null || CanEnter(Path.GetDirectoryName(wanted)!))
        {
            return wanted;
        }
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..12];
        return Path.Combine(SharedFolder, mark, Path.GetFileName(wanted));
    }

    /// <summary>The program with its arguments, to be run as this account.</summary>
    public (string Program, IEnumerable<string> Arguments) Run(string program, IEnumerable<string> arguments)
    {
        if (Id is null)
        {
            return (program, arguments);
        }
        if (Shell.Find("setpriv") is { } setpriv)
        {
            return (setpriv, [$"--reuid={Id}", $"--regid={Group}", "--clear-groups", "--", program, .. arguments]);
        }
        var runuser =
            Shell.Find("runuser")
            ?? throw new BuildException(
                "Neither setpriv nor runuser is there to run PostgreSQL as another account.",
                "Install util-linux, or run this as an ordinary user."
            );
        return (runuser, ["-u", Name!, "--", program, .. arguments]);
    }

    public async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (Id is not null)
        {
            await Shell.RunAsync("chown", "chown", ["-R", $"{Id}:{Group}", path], cancellationToken);
        }
    }

    private static bool CanEnter(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (at.Exists && !at.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }
        return true;
    }
}
