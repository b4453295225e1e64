using Pionir.Domain.Common;

namespace Pionir.Application.Organization.Imports;

/// <summary>What a code means and what to do about it.</summary>
public interface IRowErrorTexts
{
    LocalText Of(string code);
}
