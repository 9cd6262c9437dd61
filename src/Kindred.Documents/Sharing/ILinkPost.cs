namespace Kindred.Documents.Sharing;

/// <summary>Sends mail to readers. There are two: by SMTP, and into a folder.</summary>
public interface ILinkPost
{
    /// <summary>Whether mail is set up.</summary>
    bool IsPossible { get; }

    /// <summary>Sends a code.</summary>
    /// <returns>Whether it was handed over.</returns>
    Task<bool> SendCodeAsync(string email, string code, CancellationToken ct);
}
