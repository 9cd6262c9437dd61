using System.Globalization;
using System.Security.Cryptography;
using Kindred.Core.Basics;
using Kindred.Core.Members;

namespace Kindred.Documents.Sharing;

/// <summary>Lets somebody in at a link, or says why not. Everything a link asks is checked here and nowhere else.</summary>
/// <param name="store">Where links and viewers are kept.</param>
/// <param name="hasher">Checks passwords, slowly.</param>
/// <param name="seals">Signs.</param>
/// <param name="clock">The clock.</param>
/// <param name="post">Sends mail.</param>
public sealed class EnterLink(IDocumentStore store, PasswordHasher hasher, Seals seals, TimeProvider clock, ILinkPost post)
{
    private const int MostText = 120;

    /// <summary>Lets in.</summary>
    /// <returns>Who was let in with the secret of their cookie, or that a code was sent; refused: <c>links.*</c>.</returns>
    public async Task<Result<EnterOutcome>> RunAsync(ShareLink link, EnterRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(request);
        var now = clock.GetUtcNow();
        if (link.StateAt(now) != LinkState.Open && !(request.IsTeam && link.ServesAt(now)))
        {
            return Result.Refused<EnterOutcome>(LinkChecks.Gone);
        }

        if (request.IsTeam)
        {
            return await AdmitAsync(link, request, null, false, now, ct).ConfigureAwait(false);
        }

        if (Incomplete(link.Options, request) is { } incomplete)
        {
            return Result.Refused<EnterOutcome>(incomplete);
        }

        var email = link.Options.NeedsEmail ? EmailAddress.Of(request.Email).Value.Key : null;
        if (await WrongPasswordAsync(link, request, now, ct).ConfigureAwait(false) is { } wrong)
        {
            return Result.Refused<EnterOutcome>(wrong);
        }

        if (email is not null && !AllowList.Allows(link.Options.Allowed, email))
        {
            return Result.Refused<EnterOutcome>(LinkChecks.NotLetIn);
        }

        if (link.Options.VerifyEmail)
        {
            if (string.IsNullOrWhiteSpace(request.Code))
            {
                return await SendAsync(link, email!, request.Address, now, ct).ConfigureAwait(false);
            }

            if (!await store.UseCodeAsync(link.Id, email!, HashOf(link.Id, email!, request.Code.Trim()), now, ct).ConfigureAwait(false))
            {
                return Result.Refused<EnterOutcome>(LinkChecks.CodeWrong);
            }
        }

        return await AdmitAsync(link, request, email, link.Options.VerifyEmail, now, ct).ConfigureAwait(false);
    }

    /// <summary>Id under which the viewer of a cookie is kept.</summary>
    public static string IdOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));

    private static Reason? Incomplete(ShareOptions options, EnterRequest request) =>
        options.NeedsEmail && !EmailAddress.Of(request.Email).IsAccepted ? LinkChecks.EmailNeeded
        : options.CaptureLead && (UploadDocument.Clean(request.Name ?? "").Length == 0 || UploadDocument.Clean(request.Company ?? "").Length == 0) ? LinkChecks.NameNeeded
        : options.AskConsent && !request.Consents ? LinkChecks.ConsentNeeded
        : null;

    private async Task<Reason?> WrongPasswordAsync(ShareLink link, EnterRequest request, DateTimeOffset now, CancellationToken ct)
    {
        if (link.Password is null)
        {
            return null;
        }

        // Counted before the slow check and given back when right: many at once get no more tries than one after another.
        // The address first: what it has too many of is not counted against the link, or one address could shut it for everybody.
        string[] keys = [link.Id + "|" + seals.Blurred(request.Address ?? ""), link.Id];
        foreach (var (key, most) in new[] { (keys[0], GuessCount.PerAddress), (keys[1], GuessCount.PerLink) })
        {
            if ((await store.CountGuessAsync([key], now, ct).ConfigureAwait(false))[0].WaitUntil(most) is { } until)
            {
                return LinkChecks.Wait(until - now);
            }
        }

        if (!await hasher.VerifyAsync(new Secret(request.Password ?? ""), link.Password, ct).ConfigureAwait(false))
        {
            return LinkChecks.NotLetIn;
        }

        await store.GiveBackGuessAsync(keys, ct).ConfigureAwait(false);
        return null;
    }

    private async Task<Result<EnterOutcome>> SendAsync(ShareLink link, string email, string? address, DateTimeOffset now, CancellationToken ct)
    {
        if (!post.IsPossible)
        {
            return Result.Refused<EnterOutcome>(LinkChecks.NoMail);
        }

        // Whoever asks for codes to many addresses would have us send mail nobody wanted: the network address and the link are counted.
        foreach (var (key, most) in new[] { ("mail|" + seals.Blurred(address ?? ""), GuessCount.CodesPerAddress), ("mail|" + link.Id, GuessCount.CodesPerLink) })
        {
            if ((await store.CountGuessAsync([key], now, ct).ConfigureAwait(false))[0].WaitUntil(most) is { } until)
            {
                return Result.Refused<EnterOutcome>(LinkChecks.TooManyCodes(until - now));
            }
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        if (!await store.AddCodeAsync(new OneTimeCode(link.Id, email, HashOf(link.Id, email, code), now, 0, null), ct).ConfigureAwait(false))
        {
            return Result.Refused<EnterOutcome>(LinkChecks.CodeSent);
        }

        return await post.SendCodeAsync(email, code, ct).ConfigureAwait(false) ? Result.Accepted(new EnterOutcome(null, null)) : Result.Refused<EnterOutcome>(LinkChecks.NoMail);
    }

    private async Task<Result<EnterOutcome>> AdmitAsync(ShareLink link, EnterRequest request, string? email, bool isVerified, DateTimeOffset now, CancellationToken ct)
    {
        var secret = PublicTokens.New(Randomness.System) + PublicTokens.New(Randomness.System);
        var isAnonymous = link.Options.IsAnonymous;
        string? Kept(string? text) => !isAnonymous && UploadDocument.Clean(text ?? "") is { Length: > 0 } clean ? clean[..Math.Min(clean.Length, MostText)] : null;
        var viewer = new Viewer(
            IdOf(secret), link.Id, link.Revision, isAnonymous ? null : email, isVerified && !isAnonymous, link.Options.CaptureLead ? Kept(request.Name) : null, link.Options.CaptureLead ? Kept(request.Company) : null, request.Consents ? now : null,
            Kept(request.Device), isAnonymous || request.Address is null ? null : seals.Blurred(request.Address), Kept(request.Place), now, now + Viewer.Lasts, request.IsTeam);
        return await store.AdmitAsync(viewer, ct).ConfigureAwait(false) is null ? Result.Refused<EnterOutcome>(LinkChecks.Gone) : Result.Accepted(new EnterOutcome(viewer, secret));
    }

    private string HashOf(string link, string email, string code) => seals.Of("code", link, email, code);
}

/// <summary>What somebody at a link sends.</summary>
/// <param name="Email">Address typed, or null.</param>
/// <param name="Name">Name, or null.</param>
/// <param name="Company">Company, or null.</param>
/// <param name="Password">Password, or null.</param>
/// <param name="Code">Code from the mail, or null.</param>
/// <param name="Consents">Whether the notice was agreed to.</param>
/// <param name="Address">Network address, or null.</param>
/// <param name="Place">Its first half for the watermark, or null.</param>
/// <param name="Device">Browser and system in words, or null.</param>
/// <param name="IsTeam">A member previews.</param>
public sealed record EnterRequest(string? Email, string? Name, string? Company, string? Password, string? Code, bool Consents, string? Address, string? Place, string? Device, bool IsTeam);

/// <summary>What entering came to.</summary>
/// <param name="Viewer">Who is in; null where a code was sent and is asked now.</param>
/// <param name="Secret">Secret of the cookie, or null.</param>
public sealed record EnterOutcome(Viewer? Viewer, string? Secret);
