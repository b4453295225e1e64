using System.Diagnostics;

namespace Pionir.Build;

/// <summary>What a verb tells while it works: one line per step, with the seconds it took.</summary>
public static class Say
{
    public static void Line(string text = "") => Console.WriteLine(text);

    public static void Step(string text) => Console.WriteLine($"· {text}");

    public static async Task<T> TimedAsync<T>(string text, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        Console.WriteLine($"· {text} …");
        var result = await work();
        Console.WriteLine($"  {text}: {watch.Elapsed.TotalSeconds:0.0} s");
        return result;
    }

    public static Task TimedAsync(string text, Func<Task> work) =>
        TimedAsync(
            text,
            async () =>
            {
                await work();
                return true;
            }
        );
}
