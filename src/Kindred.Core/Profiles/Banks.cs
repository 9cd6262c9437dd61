using System.Text.Json;
using Kindred.Core.Basics;
using Kindred.Core.Standards;

namespace Kindred.Core.Profiles;

/// <summary>The question banks, checklists, templates and rules of thumb the product ships (<c>data/reference/banks.ko.json</c> and <c>banks.en.json</c>): general knowledge, marked so, and editable. Both languages have the same keys.</summary>
public sealed class Banks
{
    private static readonly Lazy<Banks> LazyShipped = new(() => Read(ReferenceFile.Raw("banks.ko.json"), ReferenceFile.Raw("banks.en.json")).Value);
    private readonly Dictionary<string, Bank> _byId;

    private Banks(Wording note, IReadOnlyList<Bank> all)
    {
        Note = note;
        All = all;
        _byId = all.ToDictionary(bank => bank.Id, StringComparer.Ordinal);
    }

    /// <summary>The banks as shipped.</summary>
    public static Banks Shipped => LazyShipped.Value;

    /// <summary>"General knowledge, editable": shown wherever a bank is.</summary>
    public Wording Note { get; }

    /// <summary>All banks in file order.</summary>
    public IReadOnlyList<Bank> All { get; }

    /// <summary>The bank with that key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Bank this[string id] => _byId[id];

    /// <summary>Reads a pair of files, also edited ones; refused when a file is not readable or the keys differ.</summary>
    public static Result<Banks> Read(Stream korean, Stream english)
    {
        ArgumentNullException.ThrowIfNull(korean);
        ArgumentNullException.ThrowIfNull(english);
        return Parse(korean, "banks.ko.json").Then(ko => Parse(english, "banks.en.json").Then(en => Join(ko, en)));
    }

    private static Result<BanksFile> Parse(Stream stream, string name)
    {
        try
        {
            using (stream)
            {
                var file = JsonSerializer.Deserialize<BanksFile>(stream, BanksFile.Options);
                return file is { Banks.Count: > 0 } ? Result.Accepted(file) : Unreadable(name, "no banks");
            }
        }
        catch (JsonException broken)
        {
            return Unreadable(name, broken.Message);
        }
    }

    private static Result<BanksFile> Unreadable(string name, string found) => Result.Refused<BanksFile>("profiles.banks-unreadable", name,
        $"'{name}'을(를) 읽을 수 없어요: {found}. 처음 받은 파일의 모양(banks → items → id, text)을 지켜 주세요.",
        $"'{name}' cannot be read: {found}. Keep the shape of the shipped file (banks, items, id, text).");

    private static Result<Banks> Join(BanksFile ko, BanksFile en)
    {
        var koKeys = Keys(ko).ToArray();
        var enKeys = Keys(en).ToArray();
        var differing = koKeys.Except(enKeys).Concat(enKeys.Except(koKeys)).FirstOrDefault()
            ?? koKeys.Concat(enKeys).GroupBy(key => key).FirstOrDefault(keys => keys.Count() != 2)?.Key;
        if (differing is not null)
        {
            return Result.Refused<Banks>("profiles.banks-keys-differ", differing,
                $"'{differing}' 항목이 banks.ko.json과 banks.en.json에 하나씩 있지 않아요. 두 파일에 같은 id를 한 번씩 적어 주세요.",
                $"'{differing}' is not once in banks.ko.json and once in banks.en.json. Give both files the same ids, each once.");
        }

        var english = en.Banks.ToDictionary(bank => bank.Id, StringComparer.Ordinal);
        return Result.Accepted(new Banks(new Wording(ko.Note, en.Note), [.. ko.Banks.Select(bank => Join(bank, english[bank.Id]))]));
    }

    private static Bank Join(BanksFile.BankEntry ko, BanksFile.BankEntry en)
    {
        var english = en.Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        return new Bank(ko.Id, ko.Requirement, ko.Kind, new Wording(ko.Title, en.Title), [.. ko.Items.Select(item => new BankItem(
            item.Id, new Wording(item.Text, english[item.Id].Text), item.Detail is null || english[item.Id].Detail is null ? null : new Wording(item.Detail, english[item.Id].Detail!)))]);
    }

    private static IEnumerable<string> Keys(BanksFile file) => file.Banks.SelectMany(bank => bank.Items.Select(item => item.Id).Prepend(bank.Id));
}
