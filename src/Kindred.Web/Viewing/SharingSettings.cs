using System.Text.Json;
using Kindred.Core.Basics;

namespace Kindred.Web.Viewing;

/// <summary>What the owner set about sharing, for all workspaces of this server: the address outsiders use, the notice, who is not counted, how mail is sent. Kept in <c>sharing.json</c> of the data folder.</summary>
public sealed record SharingSettings
{
    private const string FileName = "sharing.json";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>How long after a reader's last visit what they read is kept: what our notice says.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);

    /// <summary>Address outsiders use, such as https://docs.example.com; null until it is set.</summary>
    public string? Address { get; init; }

    /// <summary>When the self-test last opened a link at that address, or null.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Notice in Korean; null for our draft.</summary>
    public string? NoticeKo { get; init; }

    /// <summary>Notice in English; null for our draft.</summary>
    public string? NoticeEn { get; init; }

    /// <summary>Mail server; null sends nothing.</summary>
    public string? MailHost { get; init; }

    /// <summary>Its port.</summary>
    public int MailPort { get; init; } = 587;

    /// <summary>User, or null for none.</summary>
    public string? MailUser { get; init; }

    /// <summary>Password, or null.</summary>
    public string? MailPassword { get; init; }

    /// <summary>Sender's address.</summary>
    public string? MailFrom { get; init; }

    /// <summary>Folder mails are written to instead, as .eml files; null for none.</summary>
    public string? MailFolder { get; init; }

    /// <summary>Reads them; the defaults where there are none.</summary>
    public static SharingSettings Read(string data)
    {
        try
        {
            return JsonSerializer.Deserialize<SharingSettings>(File.ReadAllText(Path.Combine(data, FileName))) ?? new SharingSettings();
        }
        catch (Exception failure) when (failure is IOException or JsonException)
        {
            return new SharingSettings();
        }
    }

    /// <summary>Keeps them: beside their place and then moved. Only this user may read the file, for a password is in it.</summary>
    public void Write(string data)
    {
        var half = Path.Combine(data, FileName + ".tmp");
        File.WriteAllText(half, JsonSerializer.Serialize(this, Json));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(half, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        File.Move(half, Path.Combine(data, FileName), overwrite: true);
    }

    /// <summary>Whether a host name is the public address's.</summary>
    public bool IsOurHost(string host) => Address is not null && Uri.TryCreate(Address, UriKind.Absolute, out var address) && string.Equals(address.Host, host, StringComparison.OrdinalIgnoreCase);

    /// <summary>The notice readers see. A draft for the owner's counsel, not legal advice.</summary>
    public string Notice(Language language, bool isAnonymous) => language == Language.Korean
        ? NoticeKo is { Length: > 0 } ko && !isAnonymous ? ko : isAnonymous
            ? "누가 열었는지는 남기지 않아요. 어느 쪽이 몇 초 보였는지만 세어요."
            : "이 자료를 보낸 회사가 열람 기록(어느 쪽을 얼마나 보았는지, 입력한 이메일과 이름, 기기 종류)을 영업 상담과 자료 개선에 쓰기 위해 남기고, 마지막 열람부터 1년 뒤 지워요. 동의하지 않아도 되고, 그때는 보낸 사람에게 다른 방법을 부탁할 수 있어요. 기록을 보거나 지워 달라고 할 수 있어요."
        : NoticeEn is { Length: > 0 } en && !isAnonymous ? en : isAnonymous
            ? "Who opens this is not recorded. Only which page was in view for how many seconds is counted."
            : "The company that sent this document records how it is read (which pages for how long, the e-mail address and name you enter, the kind of device) for its sales conversations and to improve the document, and deletes that one year after your last visit. You may decline and ask the sender for another way. You can ask to see or delete your record.";

    /// <summary>Reads an address as typed.</summary>
    /// <returns>The address without a slash at its end, null for none; refused: <c>sharing.address</c>.</returns>
    public static Result<string?> ReadAddress(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var text = typed.Trim().TrimEnd('/');
        if (text.Length == 0)
        {
            return Result.Accepted<string?>(null);
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address is { Host.Length: > 0, AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
            ? Result.Accepted<string?>(address.GetLeftPart(UriPartial.Authority))
            : Result.Refused<string?>("sharing.address", typed, $"'{typed}'은(는) 공개 주소로 쓸 수 없어요. https://docs.example.com처럼 적어 주세요.", $"'{typed}' cannot be the public address. Write it like https://docs.example.com.");
    }
}
