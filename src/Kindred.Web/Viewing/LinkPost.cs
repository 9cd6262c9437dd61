using Kindred.Core.Notifications;
using Kindred.Documents.Sharing;

namespace Kindred.Web.Viewing;

/// <summary>Mails to people who open links.</summary>
/// <param name="post">The way out.</param>
public sealed class LinkPost(MailPost post) : ILinkPost
{
    /// <inheritdoc />
    public bool IsPossible => post.IsPossible;

    /// <inheritdoc />
    public Task<bool> SendCodeAsync(string email, string code, CancellationToken ct) => SendAsync(
        email,
        $"{code} · 확인 코드 / Your code",
        $"확인 코드: {code}\n10분 안에, 코드를 부탁한 화면에 넣어 주세요. 부탁한 적이 없다면 이 메일은 잊으셔도 돼요.\n\nYour code: {code}\nEnter it within 10 minutes on the page that asked for it. If you did not ask, ignore this mail.\n",
        ct);

    /// <summary>Sends a mail.</summary>
    /// <returns>Whether it was handed over.</returns>
    public async Task<bool> SendAsync(string to, string subject, string text, CancellationToken ct) => (await post.HandOverAsync(to, subject, text, null, ct)).Outcome == MailOutcome.Sent;
}
