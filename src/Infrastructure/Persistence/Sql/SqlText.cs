namespace Pionir.Infrastructure.Persistence.Sql;

/// <summary>Statements too long to live between quotes, as files that any SQL tool can open.</summary>
internal static class SqlText
{
    public static string Read(string name)
    {
        using var stream =
            typeof(SqlText).Assembly.GetManifestResourceStream(name + ".sql")
            ?? throw new InvalidOperationException($"{name}.sql is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
