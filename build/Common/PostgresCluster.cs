using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Pionir.Build;

/// <summary>
/// A private PostgreSQL: own folder, loopback only, a port found at each start, passwords nobody chose.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly PostgresPrograms programs;
    private readonly OsUser user;
    private readonly string folder;
    private readonly FileStream hold;

    private PostgresCluster(PostgresPrograms programs, OsUser user, string folder, FileStream hold, string password)
    {
        this.programs = programs;
        this.user = user;
        this.folder = folder;
        this.hold = hold;
        Password = password;
    }

    public string Password { get; }

    public int Port { get; private set; }

    public int ProcessId =>
        int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    /// <summary>Where pg_dump and its brothers lie.</summary>
    public string Programs => programs.Folder;

    public string Description => $"PostgreSQL {programs.Version} on 127.0.0.1:{Port}, data in {Data}";

    private string Data => Path.Combine(folder, "data");

    private string Log => Path.Combine(folder, "postgresql.log");

    /// <param name="wanted">Where the data should lie; another place is taken if the server's account cannot go there.</param>
    /// <param name="fresh">Begin with nothing.</param>
    /// <param name="disposable">
    /// For tests: nothing is worth surviving a power cut, so nothing waits for the disk; and backing up is tested too.
    /// </param>
    public static async Task<PostgresCluster> StartAsync(
        string wanted,
        bool fresh,
        bool disposable,
        CancellationToken cancellationToken
    )
    {
        var programs = await PostgresPrograms.FindAsync(withBackup: disposable, cancellationToken);
        var user = OsUser.ForPostgres();
        var folder = user.Reachable(Path.GetFullPath(wanted));
        if (folder != Path.GetFullPath(wanted))
        {
            Say.Step($"The account {user.Name} cannot enter {wanted}; the database lies in {folder}");
        }
        Directory.CreateDirectory(folder);
        var hold = Hold(folder);
        try
        {
            var cluster = new PostgresCluster(programs, user, folder, hold, KnownPassword(folder, fresh));
            if (fresh)
            {
                await cluster.StopLeftoverAsync(cancellationToken);
                DeleteData(cluster.Data);
            }
            if (!File.Exists(Path.Combine(cluster.Data, "PG_VERSION")))
            {
                await cluster.InitialiseAsync(disposable, cancellationToken);
            }
            else
            {
                cluster.RequireSameVersion();
                await cluster.StopLeftoverAsync(cancellationToken);
            }
            await cluster.StartServerAsync(cancellationToken);
            return cluster;
        }
        catch
        {
            await hold.DisposeAsync();
            throw;
        }
    }

    public string ConnectionString(string database, string role = "postgres", string? password = null) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Database = database,
            Username = role,
            Password = password ?? Password,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        // Not cancellable: a server left behind would hold the data.
        await ControlAsync(["-m", "fast", "-t", "60", "stop"], CancellationToken.None);
        await hold.DisposeAsync();
    }

    public void Delete() => DeleteData(folder);

    private static FileStream Hold(string folder)
    {
        try
        {
            return new FileStream(
                Path.Combine(folder, "in-use"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException)
        {
            throw new BuildException(
                $"The data in {folder} is in use by another run of this program.",
                "Stop that one, or take another folder with --data DIR."
            );
        }
    }

    private static string KnownPassword(string folder, bool fresh)
    {
        var file = Path.Combine(folder, "password");
        if (fresh || !File.Exists(file))
        {
            File.Delete(file);
            using var stream = new FileStream(
                file,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            );
            using var writer = new StreamWriter(stream);
            writer.Write(RandomNumberGenerator.GetHexString(32, lowercase: true));
        }
        return File.ReadAllText(file);
    }

    private async Task InitialiseAsync(bool disposable, CancellationToken cancellationToken)
    {
        DeleteData(Data);
        Directory.CreateDirectory(Data);
        var passwordFile = Path.Combine(folder, "initial-password");
        await File.WriteAllTextAsync(passwordFile, Password, cancellationToken);
        File.SetUnixFileMode(passwordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await user.OwnAsync(Data, cancellationToken);
        await user.OwnAsync(passwordFile, cancellationToken);
        var (program, arguments) = user.Run(
            programs.InitDb,
            [
                "--pgdata",
                Data,
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--auth=scram-sha-256",
                $"--pwfile={passwordFile}",
                "--no-instructions",
                .. disposable ? ["--no-sync"] : Array.Empty<string>(),
            ]
        );
        await Shell.RunAsync("Creating the PostgreSQL cluster", program, arguments, cancellationToken, folder: "/");
        File.Delete(passwordFile);
        await File.AppendAllTextAsync(
            Path.Combine(Data, "postgresql.conf"),
            $"""

            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 200
            shared_buffers = 256MB
            max_wal_size = 4GB
            checkpoint_timeout = 15min
            random_page_cost = 1.1
            timezone = 'UTC'
            log_timezone = 'UTC'
            {(disposable ? "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nautovacuum = off" : "")}
            """,
            cancellationToken
        );
    }

    private void RequireSameVersion()
    {
        var made = File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim();
        if (made != programs.Version.ToString(CultureInfo.InvariantCulture))
        {
            throw new BuildException(
                $"The data in {Data} was made by PostgreSQL {made}, but {programs.Folder} is version {programs.Version}.",
                $"Put the bin folder of PostgreSQL {made} first in PATH, or begin anew with --fresh."
            );
        }
    }

    private async Task StartServerAsync(CancellationToken cancellationToken)
    {
        Port = Network.FreePort();
        await File.WriteAllTextAsync(Log, "", cancellationToken);
        await user.OwnAsync(Log, cancellationToken);
        var started = await ControlAsync(["-w", "-t", "60", "-l", Log, "-o", $"-p {Port}", "start"], cancellationToken);
        if (started.ExitCode != 0)
        {
            throw new BuildException(
                "PostgreSQL does not start.",
                Shell.LastLines(await File.ReadAllTextAsync(Log, cancellationToken), 20)
            );
        }
    }

    /// <summary>A verb that was killed leaves its server running; the lock says that nobody else needs it.</summary>
    private async Task StopLeftoverAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await ControlAsync(["-m", "fast", "-t", "60", "stop"], cancellationToken);
        }
    }

    private Task<Shell.Outcome> ControlAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var (program, all) = user.Run(programs.PgCtl, ["-D", Data, "-s", .. arguments]);
        return Shell.TryRunAsync(program, all, cancellationToken, folder: "/");
    }

    private static void DeleteData(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
