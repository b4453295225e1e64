using Pionir.Domain.Common;

namespace Pionir.Application.Common;

/// <summary>What a code means and what to do about it, in both languages.</summary>
public interface IErrorTexts
{
    LocalText Of(string code);

    /// <summary>With the values the sentence names.</summary>
    LocalText Of(Error error);
}
