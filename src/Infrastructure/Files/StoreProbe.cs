namespace Pionir.Infrastructure.Files;

/// <summary>For the health page: whether files can be kept and read.</summary>
public sealed class StoreProbe
{
    private readonly IContentStore contents;

    internal StoreProbe(IContentStore contents) => this.contents = contents;

    public Task CheckAsync(CancellationToken cancellationToken) => contents.CheckAsync(cancellationToken);
}
