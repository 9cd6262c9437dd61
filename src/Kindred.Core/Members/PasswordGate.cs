using Kindred.Core.Basics;

namespace Kindred.Core.Members;

/// <summary>Counts tries at passwords before they are checked, durably, so that neither many at once nor a restart gives more of them.</summary>
internal sealed class PasswordGate(MembersModule members)
{
    /// <summary>Takes one try; refused while one has to wait. A try counts as failed until it is given back.</summary>
    internal async Task<Reason?> TakeAsync(IMemberWriter writer, EmailAddress email, string? networkAddress)
    {
        var now = members.Now;
        List<SignInTries> tries = [];
        foreach (var (key, free) in Keys(email, networkAddress))
        {
            var found = await writer.TriesAsync(key).ConfigureAwait(false) ?? new SignInTries(key, 0, now, null);
            if (found.WaitUntil > now)
            {
                return MemberChecks.Wait((long)Math.Ceiling((found.WaitUntil.Value - now).TotalSeconds));
            }

            tries.Add(found.Next(free, now, members.Options));
        }

        foreach (var counted in tries)
        {
            await writer.SaveAsync(counted).ConfigureAwait(false);
        }

        await writer.ForgetTriesAsync(now - members.Options.ForgetTriesAfter).ConfigureAwait(false);
        return null;
    }

    /// <summary>The try turned out right: the e-mail address starts anew, the network address gets this one try back (not all, or an account of one's own would open the way to others').</summary>
    internal Task GiveBackAsync(IMemberWriter writer, EmailAddress email, string? networkAddress) => BackAsync(writer, email, networkAddress, startsAnew: true);

    /// <summary>The password was right and the second step is still to come: only this one try comes back.</summary>
    internal Task GiveBackOneAsync(IMemberWriter writer, EmailAddress email, string? networkAddress) => BackAsync(writer, email, networkAddress, startsAnew: false);

    private async Task BackAsync(IMemberWriter writer, EmailAddress email, string? networkAddress, bool startsAnew)
    {
        var keys = Keys(email, networkAddress);
        for (var i = 0; i < keys.Count; i++)
        {
            if (await writer.TriesAsync(keys[i].Key).ConfigureAwait(false) is { } found)
            {
                await writer.SaveAsync(startsAnew && i == 0 ? found with { Failures = 0, WaitUntil = null } : found.Back(keys[i].Free, members.Options)).ConfigureAwait(false);
            }
        }
    }

    /// <summary>What is counted, and how many failures are free there. Everybody on this computer has the loopback address: counted together, one person's slips would make the others wait.</summary>
    private IReadOnlyList<(string Key, int Free)> Keys(EmailAddress email, string? networkAddress) => networkAddress is null
        ? [(Token.Sha256("email:" + email.Key), members.Options.FreeTries)]
        : [(Token.Sha256("email:" + email.Key), members.Options.FreeTries), (Token.Sha256("address:" + networkAddress), members.Options.FreeTriesPerAddress)];
}
