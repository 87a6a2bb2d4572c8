package org.jiaxue.credentials.paper;

import java.time.LocalDate;
import java.util.List;
import org.jiaxue.credentials.CredentialKind;
import org.jiaxue.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the sheet, in words; all of it comes from the signed statement.
 *
 * @param title the Chinese stands from top to bottom
 * @param lead what stands over the name, or that there is none
 * @param name the name it bears, as its holder chose it
 * @param body the Chinese line by line, the English as one sentence
 * @param row the layer and the level reached; empty where the title says all
 * @param level windows that are lit, of so many; all of them where there is one level alone
 * @param picture what the house shows, for those who do not see it
 * @param code what the QR code is, for those who do not see it
 * @param number as it is read out, in groups
 * @param address where it is checked
 * @param notes what it is not, and whether it is a sample
 */
record Sheet(
        CredentialKind kind,
        Words title,
        Words lead,
        @Nullable String name,
        List<String> body,
        String bodyEnglish,
        Words row,
        int level,
        int levels,
        Words issuer,
        LocalDate day,
        Words date,
        String picture,
        String code,
        Words scan,
        Words compare,
        String number,
        String address,
        List<String> notes,
        List<String> notesEnglish) {}
