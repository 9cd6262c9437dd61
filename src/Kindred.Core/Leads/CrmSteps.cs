using System.Text;
using Kindred.Core.Basics;

namespace Kindred.Core.Leads;

/// <summary>The page of steps that goes with the file for a CRM.</summary>
public static class CrmSteps
{
    /// <summary>Markdown, Korean or English.</summary>
    /// <param name="crm">Where to.</param>
    /// <param name="fileName">File keyed by record id.</param>
    /// <param name="language">Language of the page.</param>
    /// <param name="others">Further files of leads without a record id.</param>
    public static string Page(Crm crm, string fileName, Language language, IReadOnlyList<(CrmFile File, string Name)>? others = null)
    {
        var ko = language == Language.Korean;
        var name = crm == Crm.HubSpot ? "HubSpot" : "Salesforce";
        var page = new StringBuilder();
        page.Append(ko ? $"# {name}에 점수 올리기\n\n" : $"# Bring scores into {name}\n\n");
        page.Append(ko ? "## 1. 처음 한 번: 항목 만들기\n\n" : "## 1. Once: create the fields\n\n");
        page.Append(crm == Crm.HubSpot
            ? ko ? "설정 → 속성 → 회사 속성 → 속성 만들기. 이름은 영어 그대로 써 주세요.\n\n" : "Settings → Properties → Company properties → Create property. Use the labels as they stand here.\n\n"
            : ko ? "설정 → 개체 관리자 → 리드(또는 계정) → 필드와 관계 → 새로 만들기.\n\n" : "Setup → Object Manager → Lead (or Account) → Fields & Relationships → New.\n\n");
        page.Append(ko ? "| 열 | 이름 | API 이름 | 종류 |\n| --- | --- | --- | --- |\n" : "| column | label | API name | type |\n| --- | --- | --- | --- |\n");
        foreach (var field in CrmExport.Fields(crm))
        {
            page.Append($"| {field.Column} | {field.Label.In(language)} | `{field.Name}` | {field.Type} |\n");
        }

        page.Append(ko ? "\n## 2. 파일 올리기\n\n" : "\n## 2. Import the file\n\n");
        foreach (var (step, i) in Steps(crm, fileName, ko).Select((step, i) => (step, i)))
        {
            page.Append(Format.Whole(i + 1)).Append(". ").Append(step).Append('\n');
        }

        foreach (var (file, otherName) in others ?? [])
        {
            page.Append('\n').Append(Other(crm, file, otherName, ko)).Append('\n');
        }

        page.Append(ko
            ? "\n## 3. 알아 두기\n\n- 상태 `explore`: 기준 아래에서 무작위로 뽑힌 리드예요. 점수 없이 판단해 주세요. 그래야 점수표가 계속 배워요.\n- 번호가 없는 리드는 위의 다른 파일에 있어요. 번호를 지어내지 않아요.\n- 시험 운영 중(trial)인 점수표는 아직 검증 전이에요.\n"
            : "\n## 3. Good to know\n\n- State `explore`: drawn at random from below the cut. Judge it without a score, so that the card goes on learning.\n- Leads without a record id stand in the further files above: no id is ever invented.\n- A card marked trial is not yet validated.\n");
        return page.ToString();
    }

    private static string Other(Crm crm, CrmFile file, string name, bool ko)
    {
        var rows = Format.Grouped(file.Rows.Count);
        return (crm, file.Key) switch
        {
            (Crm.HubSpot, "by-domain") => ko
                ? $"**`{name}`** ({rows}줄): 번호 없이 들어온 회사예요. 회사 → 가져오기에서 '레코드 만들기 및 업데이트'를 고르고 `Company Domain Name`을 '회사 도메인 이름'에 맞추면 HubSpot이 도메인으로 찾아요. 없던 회사는 새로 만들어져요."
                : $"**`{name}`** ({rows} rows): companies that came without a record id. Companies → Import, 'Create and update records', and map `Company Domain Name` to Company Domain Name: HubSpot matches by domain. Companies it does not know are created.",
            (Crm.HubSpot, _) => ko
                ? $"**`{name}`** ({rows}줄): 회사를 모르는 사람이에요. 연락처 속성에도 위 항목을 만들고, 연락처 → 가져오기에서 `Email`을 '이메일'에 맞춰요."
                : $"**`{name}`** ({rows} rows): people whose company is unknown. Create the properties for contacts as well; Contacts → Import, and map `Email` to Email.",
            (Crm.Salesforce, "by-email") => ko
                ? $"**`{name}`** ({rows}줄): 18자 번호 없이 들어온 리드예요. 데이터 가져오기 마법사 → 리드 → '새 레코드 추가 및 기존 레코드 업데이트'에서 '이메일'로 맞춰요. 새 리드에는 `LastName`과 `Company`가 필요해요. 빈 줄은 채우거나 빼 주세요."
                : $"**`{name}`** ({rows} rows): leads that came without an 18-character id. Data Import Wizard → Leads → 'Add new and update existing records', match by Email. A new lead needs `LastName` and `Company`: fill in or leave out rows where they are empty.",
            _ => ko
                ? $"**`{name}`** ({rows}줄): 번호도 이메일도 없는 회사예요. 데이터 가져오기 마법사 → 계정 및 연락처에서 '계정 이름 및 사이트'로 맞춰요."
                : $"**`{name}`** ({rows} rows): companies with neither id nor e-mail. Data Import Wizard → Accounts and Contacts, match by account name and site.",
        };
    }

    private static string[] Steps(Crm crm, string file, bool ko) => crm == Crm.HubSpot
        ? ko
            ? ["회사 → 가져오기 → 컴퓨터의 파일 → 파일 하나 → 개체 하나: 회사를 골라요.", $"`{file}`을(를) 올리고 '기존 레코드만 업데이트'를 골라요.", "`Record ID`를 '레코드 ID'에 맞추고, 나머지 열은 위에서 만든 속성에 맞춰요.", "가져오기를 마치고 한 회사를 열어 점수가 보이는지 확인해요."]
            : ["Companies → Import → File from computer → One file → One object: Companies.", $"Upload `{file}` and choose 'Update existing records only'.", "Map `Record ID` to Record ID and the other columns to the properties made above.", "Finish, and open one company to see its score."]
        : ko
            ? ["Data Loader를 열고 Update를 골라요. (데이터 가져오기 마법사에서는 'Salesforce.com ID로 맞추기'를 골라요.)", $"리드(또는 계정) 개체와 `{file}`을(를) 골라요.", "`Id`를 Id에, 나머지 열은 같은 API 이름에 맞춰요 (Auto-Match).", "실행하고 error 파일이 비었는지 확인해요. 번호는 18자라 Excel에서 대소문자가 바뀌어도 드러나요."]
            : ["Open Data Loader and choose Update. (In the Data Import Wizard, match by Salesforce.com ID.)", $"Choose the Lead (or Account) object and `{file}`.", "Map `Id` to Id and the other columns to the API names they bear (Auto-Match).", "Run it and check that the error file is empty. Ids have 18 characters, so that changed capitals show."];
}
