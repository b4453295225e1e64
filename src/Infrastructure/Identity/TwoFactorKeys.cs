using Microsoft.AspNetCore.DataProtection;
using Pionir.Application.Identity;

namespace Pionir.Infrastructure.Identity;

internal sealed class TwoFactorKeys(IDataProtectionProvider protection) : ITwoFactorKeys
{
    private readonly IDataProtector protector = protection.CreateProtector("Pionir.TwoFactorKeys");

    public byte[] Encrypt(byte[] key) => protector.Protect(key);

    public byte[] Decrypt(byte[] encrypted) => protector.Unprotect(encrypted);
}
