namespace Pionir.Application.Common.Demo;

/// <summary>
/// One step of the demo data, run in the demo environment only. Steps run by their order, and again on every start:
/// a step that finds its data does nothing.
/// </summary>
public interface IDemoSeed
{
    /// <summary>Units and employees 100, accounts 200, trainings 300, and so on.</summary>
    int Order { get; }

    Task SeedAsync(CancellationToken cancellationToken);
}
