using System.Runtime.InteropServices;

namespace Pionir.Build;

/// <summary>Runs one verb: Ctrl+C and SIGTERM end it in order, a known problem is told in plain words.</summary>
public static class Verb
{
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> work)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);

        void Stop(PosixSignalContext context)
        {
            // Cancelled here so that the runtime does not end the process before everything is shut down.
            context.Cancel = true;
            stop.Cancel();
        }

        try
        {
            return await work(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 130;
        }
        catch (BuildException problem)
        {
            await Console.Error.WriteLineAsync($"\n{problem.Message}");
            if (problem.Remedy.Length > 0)
            {
                await Console.Error.WriteLineAsync(problem.Remedy);
            }
            return 1;
        }
        // A folder that is a file, or belongs to somebody else, or a full disk: the name stands in the message.
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"\n{problem.Message}");
            return 1;
        }
    }
}
