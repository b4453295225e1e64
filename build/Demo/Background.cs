using Pionir.Client;

namespace Pionir.Build.Demo;

/// <summary>Work that goes on in the background is waited for through its job.</summary>
internal static class Background
{
    public static async Task WaitAsync(Person person, Guid job, CancellationToken stop)
    {
        while (true)
        {
            var now = await person.Jobs.GetJobAsync(job, stop);
            switch (now.State)
            {
                case JobState.Succeeded:
                    return;
                case JobState.Failed:
                    throw new BuildException($"{now.Kind} ({now.Subject}) failed: {now.ErrorCode}.");
                default:
                    await Task.Delay(100, stop);
                    break;
            }
        }
    }
}
