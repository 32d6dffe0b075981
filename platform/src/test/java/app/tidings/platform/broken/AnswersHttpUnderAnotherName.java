package app.tidings.platform.broken;

import org.springframework.web.bind.annotation.GetMapping;

class AnswersHttpUnderAnotherName {

    @GetMapping("/")
    String answer() {
        return "";
    }
}
