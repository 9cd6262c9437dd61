using Kindred.Core.Basics;

namespace Kindred.Documents.Sharing;

/// <summary>Why a link does not let somebody in. Unknown, closed and expired links get the same words: an outsider learns nothing about which exist.</summary>
public static class LinkChecks
{
    /// <summary>There is no such link, or not any more.</summary>
    public static Reason Gone { get; } = new("links.gone", "link", new Wording("이 링크는 열 수 없어요. 보낸 사람에게 새 링크를 부탁해 주세요.", "This link does not open. Please ask the sender for a new one."));

    /// <summary>The address may not read, or the password is wrong: one answer.</summary>
    public static Reason NotLetIn { get; } = new("links.not-let-in", "form", new Wording("입력한 내용으로는 열 수 없어요. 이메일과 암호를 다시 확인해 주세요.", "It does not open with what you entered. Please check the e-mail address and the password."));

    /// <summary>The address is none.</summary>
    public static Reason EmailNeeded { get; } = new("links.email", "email", new Wording("이메일 주소를 적어 주세요. 예: name@company.com", "Please enter your e-mail address, such as name@company.com"));

    /// <summary>A name and a company are asked.</summary>
    public static Reason NameNeeded { get; } = new("links.name", "name", new Wording("이름과 회사를 적어 주세요.", "Please enter your name and company."));

    /// <summary>The notice was not agreed to.</summary>
    public static Reason ConsentNeeded { get; } = new("links.consent", "consent", new Wording("안내를 읽고 동의해 주세요. 동의하지 않으면 보낸 사람에게 파일로 받을 수 있는지 물어봐 주세요.", "Please read the notice and agree. If you would rather not, ask the sender for the file."));

    /// <summary>The code is wrong, used or too old.</summary>
    public static Reason CodeWrong { get; } = new("links.code", "code", new Wording("코드가 맞지 않거나 시간이 지났어요. 새 코드를 받아 주세요.", "The code is not right or too old. Please get a new one."));

    /// <summary>Mail cannot be sent.</summary>
    public static Reason NoMail { get; } = new("links.no-mail", "mail", new Wording("지금은 확인 코드를 보낼 수 없어요. 보낸 사람에게 알려 주세요.", "The code cannot be sent right now. Please tell the sender."));

    /// <summary>Too many wrong passwords.</summary>
    public static Reason Wait(TimeSpan left) => new("links.wait", "password", new Wording(
        $"너무 여러 번 틀렸어요. {Format.Whole((long)Math.Ceiling(left.TotalMinutes))}분 뒤에 다시 해 주세요.", $"Too many wrong tries. Please try again in {Format.Whole((long)Math.Ceiling(left.TotalMinutes))} min."));

    /// <summary>Too many codes asked for.</summary>
    public static Reason TooManyCodes(TimeSpan left) => new("links.too-many-codes", "email", new Wording(
        $"이곳에서 코드를 너무 많이 받았어요. {Format.Whole((long)Math.Ceiling(left.TotalMinutes))}분 뒤에 다시 해 주세요.", $"Too many codes were asked for from here. Please try again in {Format.Whole((long)Math.Ceiling(left.TotalMinutes))} min."));

    /// <summary>A code was sent a moment ago, or too many today.</summary>
    public static Reason CodeSent { get; } = new("links.code-sent", "code", new Wording("코드를 방금 보냈어요. 메일함을 확인하고, 오지 않으면 30초 뒤에 다시 받아 주세요.", "A code was just sent. Check your mail; if it does not come, ask again in 30 seconds."));
}
