using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Pionir.Build;
using Pionir.Build.Rosters;

namespace Pionir.Architecture.Tests;

/// <summary>The programs under build/: what they take, what they refuse, and in which words.</summary>
public sealed partial class VerbTests
{
    private const string Usage = """
        Starts something.

        --port N         where it listens (5080)
        --data DIR       where things lie
        --fresh          begin anew
        """;

    [Fact]
    public void Options_AreTaken_InBothSpellings()
    {
        var options = Arguments.Parse(["--port", "5081", "--data=/srv/pionir", "--fresh"], Usage)!;

        options.Number("--port", 5080).ShouldBe(5081);
        options.Text("--data").ShouldBe("/srv/pionir");
        options.Has("--fresh").ShouldBeTrue();
        Arguments.Parse([], Usage)!.Number("--port", 5080).ShouldBe(5080);
        Arguments.Parse(["--help"], Usage).ShouldBeNull();
    }

    [Theory]
    [InlineData("Unknown option --prot.", "--prot", "1")]
    [InlineData("Unknown option fresh.", "fresh")]
    [InlineData("--port needs a value.", "--port")]
    [InlineData("--fresh takes no value.", "--fresh=no")]
    [InlineData("--port takes a whole number from 1 to 65535, not \"many\".", "--port", "many")]
    [InlineData("--port takes a whole number from 1 to 65535, not \"--fresh\".", "--port", "--fresh")]
    [InlineData("--port takes a whole number from 1 to 65535, not \"0\".", "--port=0")]
    [InlineData("--port takes a whole number from 1 to 65535, not \"70000\".", "--port=70000")]
    [InlineData("--data takes an address such as http://localhost:5080, not \"localhost\".", "--data", "localhost")]
    public async Task WrongOption_EndsTheVerb_WithWhatIsWrong(string told, params string[] args)
    {
        var (code, said) = await RunAsync(() =>
        {
            var options = Arguments.Parse(args, Usage)!;
            options.Number("--port", 5080, 1, Network.LastPort);
            options.Address("--data", "http://localhost:5080");
        });

        code.ShouldBe(1);
        said.Trim().ShouldStartWith(told);
    }

    [Fact]
    public async Task TakenPort_IsNamed_WithAnotherOne()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (code, said) = await RunAsync(() => Network.RequireFree(port));

        code.ShouldBe(1);
        said.ShouldContain($"Port {port} is taken by another program.");
        said.ShouldContain($"--port {port + 1}");
    }

    /// <summary>A misspelt name in the code would read as "not given", for ever.</summary>
    [Fact]
    public void EveryOptionThatAVerbReads_StandsInItsHelp_AndTheOtherWayRound()
    {
        var files = Directory.GetFiles(Path.Combine(Source.Root, "build"), "*.cs");

        files.Length.ShouldBeGreaterThan(8);
        foreach (var file in files)
        {
            var verb = File.ReadAllText(file);
            var told = Told().Matches(verb).Select(match => match.Groups[1].Value).Order();
            var read = Read().Matches(verb).Select(match => match.Groups[1].Value).Distinct().Order();
            read.ShouldBe(told, file);
        }
    }

    [Fact]
    public void Roster_OfTheSameSeed_IsTheSame_AndAsLargeAsAskedFor()
    {
        var folder = Directory.CreateTempSubdirectory("pionir-roster-").FullName;
        try
        {
            foreach (var (name, seed) in new[] { ("a", 7), ("b", 7), ("c", 8) })
                Roster.Write(Path.Combine(folder, name), 120, seed);

            string[] Rows(string name) => File.ReadAllLines(Path.Combine(folder, name, "employees.csv"));
            Rows("a").Length.ShouldBe(121);
            Rows("b").ShouldBe(Rows("a"));
            Rows("c").ShouldNotBe(Rows("a"));
            File.ReadAllText(Path.Combine(folder, "a", "employees-with-errors.csv")).ShouldContain("expected_error");
            File.Exists(Path.Combine(folder, "a", "units.csv")).ShouldBeTrue();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Code, string Said)> RunAsync(Action act)
    {
        var (console, said) = (Console.Error, new StringWriter(CultureInfo.InvariantCulture));
        Console.SetError(said);
        try
        {
            var code = await Verb.RunAsync(_ =>
            {
                act();
                return Task.FromResult(0);
            });
            return (code, said.ToString());
        }
        finally
        {
            Console.SetError(console);
        }
    }

    [GeneratedRegex(@"^ +(--[a-z-]+) ", RegexOptions.Multiline)]
    private static partial Regex Told();

    [GeneratedRegex("""options\.(?:Has|Text|Number|Address)\(\s*"(--[a-z-]+)""")]
    private static partial Regex Read();
}
